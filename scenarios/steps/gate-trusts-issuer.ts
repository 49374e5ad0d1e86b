import { Type } from 'typebox';
import { schoolWords, step, who } from './step.ts';

export const gateTrustsIssuer = step({
  verb: 'gate.trustsIssuer',
  description: {
    ja: 'ゲートと窓口の信頼リストに、学校を発行元として登録します。',
    en: 'The school is added to the list of issuers that the gate and the counter trust.',
  },
  value: Type.Object({ who }, { additionalProperties: false }),
  sentence({ who: name }) {
    const school = schoolWords(name);
    return {
      ja: `ゲートと窓口の信頼リストに${school.ja}を登録する`,
      en: `The gate and the counter add ${school.en.replace(/^T/, 't')} to the issuers that they trust`,
    };
  },
  async run(play, value) {
    const issuer = `${play.world.origins.issuer}/schools/${play.school(value.who).slug}`;
    await play.gate.trust(issuer);
    await play.counter.trust(issuer);
  },
});
