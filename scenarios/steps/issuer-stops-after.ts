import { Type } from 'typebox';
import { interruptAfter } from '#sim/issuer';
import { step, who } from './step.ts';
import { countOf } from './words.ts';

export const issuerStopsAfter = step({
  verb: 'issuer.stopsAfter',
  description: {
    ja: '次の一括発行が、決まった件数を発行したところで途中で止まります。',
    en: 'The next batch breaks off after so many credentials.',
  },
  value: Type.Object({ count: Type.Integer({ minimum: 0 }), who }, { additionalProperties: false }),
  sentence: ({ count }) => ({
    ja: `次の一括発行が${count}件で途中で止まる`,
    en: `The next batch will break off after ${countOf(count, 'credential')}`,
  }),
  async run(play, { count, who: name }) {
    await play.world.perform(interruptAfter, { school: play.school(name).slug, count });
  },
});
