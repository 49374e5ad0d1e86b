import { Type } from 'typebox';
import { keptName, step, who } from './step.ts';

export const schoolResumes = step({
  verb: 'school.resumes',
  description: { ja: '学校が、途中で止まった一括発行を再開します。', en: 'The school resumes a batch that broke off.' },
  value: Type.Object(
    { batch: keptName('The name that school.issues gave with `batch`'), who },
    { additionalProperties: false },
  ),
  sentence: () => ({ ja: '学校が、止まった一括発行を再開する', en: 'The school resumes the batch that broke off' }),
  async run(play, { batch, who: name }) {
    const issuance = encodeURIComponent(String(play.kept(batch)));
    await play.school(name).call('POST', `/issuances/${issuance}/resume`);
    await play.world.advance(0);
  },
});
