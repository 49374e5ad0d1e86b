import { Type } from 'typebox';
import { changeSetting, mailboxOf } from '#mocks/mailbox';
import { profileOf, profiles } from '#mocks/providers';
import type { Bilingual } from '#sim/errors';
import type { Json } from '#sim/kernel';
import { perCell, settingWords } from '../language/index.ts';
import { mailboxId } from './find-mail.ts';
import { ofWhom, step, who } from './step.ts';
import { word } from './words.ts';

/** Every setting that some provider has, by its key. */
const settings: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  // Providers share keys; the first to name one gives the word.
  profiles
    .toReversed()
    .flatMap((profile) => Object.entries(profile.settings).map(([key, { name }]) => [key, name] as const)),
);

export const studentChangesMailSetting = step({
  verb: 'student.changesMailSetting',
  description: {
    ja: '学生が迷惑メール対策の設定を変えます。',
    en: 'The student changes a filter setting of the mailbox.',
  },
  value: Type.Object(
    {
      setting: Type.String({ enum: Object.keys(settings), description: 'The setting; each provider has its own' }),
      value: Type.Union([Type.String(), Type.Boolean(), Type.Integer(), Type.Array(Type.String())], {
        description: 'A list of addresses may be one text',
      }),
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const cell = perCell(value.setting);
    if (cell !== undefined) {
      return {
        ja: `${ofWhom(value.who).ja}がメールの設定を変える（${cell.ja}）`,
        en: `${ofWhom(value.who).en} changes a mail setting (${cell.en})`,
      };
    }
    const { ja, en } = settingWords(value.setting, word(settings, value.setting), value.value);
    return {
      ja: `${ofWhom(value.who).ja}がメールの設定を変える（${ja}）`,
      en: `${ofWhom(value.who).en} changes a mail setting (${en})`,
    };
  },
  async run(play, { setting, value, who: name }) {
    const student = play.student(name);
    const provider = mailboxOf(play.world, student.address)?.provider ?? '';
    await play.world.perform(changeSetting, {
      mailbox: mailboxId(play, student),
      setting,
      value: asSet(provider, setting, value),
    });
  },
});

/** A cell of a matrix holds no list: a setting that is one takes a single entry too. */
function asSet(provider: string, setting: string, value: Json): Json {
  const isList = profileOf(provider)?.settings[setting]?.type === 'addresses';
  return isList && typeof value === 'string' ? [value] : value;
}
