import { Type } from 'typebox';
import { need } from './screen-of.ts';
import { mailOrCredential, ofWhom, step, who } from './step.ts';
import { activate } from './student-activates.ts';
import { agree } from './student-agrees.ts';
import { logIn } from './student-logs-in.ts';
import { openLinkOf } from './student-opens-link.ts';
import { receive } from './student-receives.ts';
import { register } from './student-registers.ts';

/** How long a person takes between registering and looking for the activation mail. */
const pauseMs = 30_000;

export const studentCompletesReceipt = step({
  verb: 'student.completesReceipt',
  description: {
    ja: '学生がメールのリンクから受領までを終えます（マニュアル 1-2、3、4）。',
    en: 'The student goes from the mail link to the received student ID (manual 1-2, 3 and 4).',
  },
  value: Type.Object(
    {
      of: Type.Optional(mailOrCredential),
      password: Type.Optional(Type.String()),
      who,
    },
    { additionalProperties: false },
  ),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}がメールのリンクからアカウントを作り、アプリで学生証を受領する`,
    en: `${ofWhom(value.who).en} makes an account from the mail's link and receives the student ID in the app`,
  }),
  async run(play, value) {
    const student = play.student(value.who);
    const handset = student.handset();
    const opened = await openLinkOf(play, student, value.of);
    need(opened, 'terms', 'login', 'credential-list');
    if (opened.screen === 'terms') {
      need(await agree(handset), 'registration');
      need(await register(student, value), 'activation-wait');
      await play.world.advance(pauseMs);
      need(await activate(play, student), 'activated', 'login');
    }
    await handset.installApp('wallet');
    need(await logIn(student, value), 'credential-list');
    need(await receive(handset), 'student-id');
  },
});
