import { Type } from 'typebox';
import type { StoreCircumstances } from '#drivers/handset';
import type { Bilingual } from '#sim/errors';
import { perCell } from '../language/index.ts';
import { on, step, who } from './step.ts';
import { deviceOr } from './words.ts';

type Change = Partial<Pick<StoreCircumstances, 'country' | 'freeMb' | 'approval'>>;

/** A clause each, joined where several things change at once. */
function clauses({ country, freeMb, approval }: Change, device: Bilingual): Bilingual[] {
  const said: Bilingual[] = [];
  if (country !== undefined) {
    const { ja, en } = perCell(country) ?? { ja: country, en: country };
    said.push({
      ja: `${device.ja}で使うアプリストアのアカウントの国を${ja}に変える`,
      en: `the country of the store account on ${device.en} is changed to ${en}`,
    });
  }
  if (freeMb !== undefined) {
    const { ja, en } = perCell(String(freeMb)) ?? { ja: `${freeMb} MB`, en: `${freeMb} MB` };
    said.push({ ja: `${device.ja}の空き容量を${ja}にする`, en: `the free storage of ${device.en} becomes ${en}` });
  }
  if (approval !== undefined) {
    said.push(
      approval === 'given'
        ? {
            ja: `保護者が${device.ja}へのアプリのインストールを承認する`,
            en: `a guardian approves the app for ${device.en}`,
          }
        : {
            ja: `${device.ja}へのアプリのインストールに、保護者の承認が必要になる`,
            en: `a guardian has to approve apps for ${device.en} from now on`,
          },
    );
  }
  return said;
}

export const handsetStore = step({
  verb: 'handset.store',
  description: {
    ja: 'アプリストアが見る条件（アカウントの国、空き容量、保護者の承認）を変えます。',
    en: 'What the app store goes by changes: the country of the account, the free storage, the approval of a guardian.',
  },
  value: Type.Object(
    {
      country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$', examples: ['JP'] })),
      freeMb: Type.Optional(Type.Integer({ minimum: 0, description: 'Megabytes' })),
      approval: Type.Optional(Type.String({ enum: ['needed', 'given'] })),
      on,
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const said = clauses(value as Change, deviceOr(value.on));
    const en = said.map((clause) => clause.en).join(', and ');
    return { ja: said.map((clause) => clause.ja).join('。'), en: en.charAt(0).toUpperCase() + en.slice(1) };
  },
  async run(play, value) {
    const { country, freeMb, approval } = value as Change;
    await play
      .student(value.who)
      .handset(value.on)
      .setStore({
        ...(country !== undefined && { country }),
        ...(freeMb !== undefined && { freeMb }),
        ...(approval !== undefined && { approval }),
      });
  },
});
