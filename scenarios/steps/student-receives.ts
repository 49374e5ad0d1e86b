import { Type } from 'typebox';
import type { Handset, Screen } from '#drivers/handset';
import { need } from './screen-of.ts';
import { ofWhom, on, step, who } from './step.ts';

/** Presses "receive" in the list; ends on the student ID (manual 4-1), or on what went wrong. Throws Unmet. */
export async function receive(handset: Handset): Promise<Screen> {
  need(await handset.screen(), 'credential-list', 'network-error');
  return handset.press((await handset.screen()).screen === 'network-error' ? 'retry' : 'receive');
}

export const studentReceives = step({
  verb: 'student.receives',
  description: { ja: '学生が学生証を受領します。', en: 'The student receives the student ID.' },
  value: Type.Object({ on, who }, { additionalProperties: false }),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}が一覧の学生証を受領する`,
    en: `${ofWhom(value.who).en} receives the student ID in the list`,
  }),
  async run(play, value) {
    await receive(play.student(value.who).handset(value.on));
  },
});
