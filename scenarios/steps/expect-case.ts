import { Type } from 'typebox';
import { type EventOf, eventsAfter } from '#sim/events';
import { check } from './check.ts';
import { step } from './step.ts';
import { parties, word } from './words.ts';

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
    const wanted = [value.party, value.routed === undefined ? '' : `routed=${value.routed}`, value.contact, value.says]
      .filter(Boolean)
      .join(' ');
    await check(play, 'case', { ja: wanted, en: wanted }, () => {
      const last = eventsAfter(play.world, 0).findLast(
        (event): event is EventOf<'desk.answered'> => event.type === 'desk.answered',
      );
      const says = value.says;
      const text =
        last === undefined
          ? 'nobody was asked'
          : `${last.data.party} routed=${last.data.routed} ${last.data.contact ?? ''} ${last.data.sentence.ja}`;
      return {
        holds:
          last?.data.party === value.party &&
          (value.routed === undefined || last.data.routed === value.routed) &&
          (value.contact === undefined || last.data.contact === value.contact) &&
          (says === undefined || last.data.sentence.ja.includes(says) || last.data.sentence.en.includes(says)),
        actual: { ja: `${text} でした`, en: `it was ${text}` },
      };
    });
  },
});
