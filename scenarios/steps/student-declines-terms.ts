import { Type } from 'typebox';
import type { Bilingual } from '#sim/errors';
import { perCell } from '../language/index.ts';
import { need } from './screen-of.ts';
import { ofWhom, on, step, who } from './step.ts';
import { word } from './words.ts';

const agreements: Readonly<Record<string, Bilingual & { readonly boxes: readonly string[] }>> = {
  nothing: { boxes: [], ja: 'どちらにも同意せずに', en: 'agreeing to neither' },
  terms: { boxes: ['agree-terms'], ja: '利用規約だけに同意して', en: 'agreeing to the terms only' },
  'privacy-policy': {
    boxes: ['agree-privacy-policy'],
    ja: '個人情報保護方針だけに同意して',
    en: 'agreeing to the privacy policy only',
  },
};

export const studentDeclinesTerms = step({
  verb: 'student.declinesTerms',
  description: {
    ja: '学生が、利用規約と個人情報保護方針の両方には同意しないまま、進もうとします。',
    en: 'The student tries to go on without agreeing to both the terms and the privacy policy.',
  },
  value: Type.Object(
    { agreesTo: Type.Optional(Type.String({ enum: Object.keys(agreements) })), on, who },
    { additionalProperties: false },
  ),
  sentence(value) {
    const cell = perCell(value.agreesTo);
    const how =
      cell === undefined
        ? word(agreements, value.agreesTo ?? 'nothing')
        : { ja: `一方以下だけに同意して（${cell.ja}）`, en: `agreeing to one of them at most (${cell.en})` };
    return {
      ja: `${ofWhom(value.who).ja}が${how.ja}「次へ」を押す`,
      en: `${ofWhom(value.who).en} presses "Continue", ${how.en}`,
    };
  },
  async run(play, value) {
    const handset = play.student(value.who).handset(value.on);
    need(await handset.screen(), 'terms');
    for (const box of agreements[value.agreesTo ?? 'nothing']?.boxes ?? []) await handset.press(box);
    await handset.press('continue');
  },
});
