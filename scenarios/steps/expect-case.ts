import { Type } from 'typebox';
import type { Bilingual } from '#sim/errors';
import { type EventOf, eventsAfter } from '#sim/events';
import { check } from './check.ts';
import { step } from './step.ts';
import { parties, word } from './words.ts';

/** `担当は学校（発行元の教育機関）、連絡先は https://…、「…」` */
function answerWords(
  party: string,
  routed: boolean | undefined,
  contact: string | undefined,
  says: Bilingual | string | undefined,
): Bilingual {
  const desk = word(parties, party);
  const said = typeof says === 'string' ? { ja: says, en: says } : says;
  const ja = [
    routed === true ? `${desk.ja}を案内する` : `担当は${desk.ja}`,
    ...(contact === undefined ? [] : [`連絡先は ${contact}`]),
    ...(said === undefined ? [] : [`「${said.ja}」`]),
  ];
  const en = [
    routed === true ? `sent on to ${desk.en}` : `${desk.en} is in charge`,
    ...(contact === undefined ? [] : [`contact ${contact}`]),
    ...(said === undefined ? [] : [`"${said.en}"`]),
  ];
  return { ja: ja.join('、'), en: en.join(', ') };
}

export const expectCase = step({
  verb: 'expect.case',
  description: {
    ja: '窓口の直近の回答（担当と連絡先）を確かめます。',
    en: "Checks a desk's last answer: who is responsible and where the student is sent.",
  },
  value: Type.Object(
    {
      party: Type.String({ enum: ['school', 'lecos'] }),
      routed: Type.Optional(Type.Boolean({ description: 'Whether the student was sent on to another desk' })),
      contact: Type.Optional(Type.String()),
      says: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const party = word(parties, value.party);
    return value.routed === true
      ? { ja: `窓口は${party.ja}を案内する`, en: `The desk sends the student to ${party.en}` }
      : { ja: `担当は${party.ja}`, en: `The party in charge is ${party.en}` };
  },
  async run(play, value) {
    const wanted = answerWords(value.party, value.routed, value.contact, value.says);
    await check(play, 'case', wanted, () => {
      const last = eventsAfter(play.world, 0).findLast(
        (event): event is EventOf<'desk.answered'> => event.type === 'desk.answered',
      );
      const says = value.says;
      const { party, routed, contact, sentence } = last?.data ?? {};
      const actual =
        party === undefined
          ? { ja: 'まだどこにも問い合わせていません', en: 'nobody was asked' }
          : answerWords(party, routed, contact, sentence);
      return {
        holds:
          last?.data.party === value.party &&
          (value.routed === undefined || last.data.routed === value.routed) &&
          (value.contact === undefined || last.data.contact === value.contact) &&
          (says === undefined || last.data.sentence.ja.includes(says) || last.data.sentence.en.includes(says)),
        actual,
      };
    });
  },
});
