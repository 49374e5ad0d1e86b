import { Type } from 'typebox';
import type { Bilingual } from '#sim/errors';
import { perCell } from '../language/index.ts';
import { check } from './check.ts';
import { at, ofWhom, step, who } from './step.ts';
import { countOf, placeAt } from './words.ts';

export const studentSearchesMail = step({
  verb: 'student.searchesMail',
  description: { ja: '学生がメールを検索します。', en: 'The student searches the mailbox.' },
  value: Type.Object(
    { text: Type.String({ minLength: 1 }), found: Type.Optional(Type.Integer({ minimum: 0 })), at, who },
    { additionalProperties: false },
  ),
  sentence(value) {
    const place = placeAt({ ja: 'メール', en: 'the mailbox' }, value.at);
    const found = foundWords(value.found);
    return {
      ja: `${ofWhom(value.who).ja}が「${value.text}」で${place.ja}を検索する${found.ja}`,
      en: `${ofWhom(value.who).en} searches ${place.en} for "${value.text}"${found.en}`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const found = await student.mailApp().search(student.addressAt(value.at), value.text);
    await play.record('mail.searched', { text: value.text, found });
    if (value.found === undefined) return;
    await check(play, 'mail', { ja: `${value.found}通見つかる`, en: `${countOf(value.found, 'mail')} found` }, () => ({
      holds: found === value.found,
      actual: { ja: `${found}通でした`, en: `there were ${found}` },
    }));
  },
});

function foundWords(found: number | string | undefined): Bilingual {
  if (found === undefined) return { ja: '', en: '' };
  const cell = perCell(found);
  if (cell !== undefined) return { ja: `（見つかる数は${cell.ja}）`, en: ` and finds what it should (${cell.en})` };
  return found === 0
    ? { ja: 'が、見つからない', en: ' and finds nothing' }
    : { ja: `と、${found}通見つかる`, en: ` and finds ${found}` };
}
