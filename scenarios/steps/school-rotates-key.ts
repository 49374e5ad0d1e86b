import { Type } from 'typebox';
import { rotateKey } from '#sim/issuer';
import { step, who } from './step.ts';

export const schoolRotatesKey = step({
  verb: 'school.rotatesKey',
  description: {
    ja: '学校の署名鍵を新しくします。古い鍵で署名した学生証はそのままです。',
    en: 'The school gets a new signing key; what older keys signed stays as it is.',
  },
  value: Type.Object({ who }, { additionalProperties: false }),
  sentence: () => ({ ja: '学校の署名鍵を新しいものに替える', en: 'The school gets a new signing key' }),
  async run(play, value) {
    await play.world.perform(rotateKey, { school: play.school(value.who).slug });
  },
});
