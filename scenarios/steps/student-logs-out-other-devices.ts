import { Type } from 'typebox';
import { need } from './screen-of.ts';
import { ofWhom, on, step, who } from './step.ts';
import { onDevice } from './words.ts';

export const studentLogsOutOtherDevices = step({
  verb: 'student.logsOutOtherDevices',
  description: {
    ja: '学生が、アプリの「ログイン中の端末」でほかの端末をログアウトさせます。',
    en: 'The student logs all other devices out, in the list of devices of the app.',
  },
  value: Type.Object({ on, who }, { additionalProperties: false }),
  sentence(value) {
    const device = onDevice(value.on);
    return {
      ja: `${ofWhom(value.who).ja}が${device.ja}「ログイン中の端末」を開き、ほかの端末をログアウトさせる`,
      en: `${ofWhom(value.who).en} opens the list of devices${device.en} and logs the others out`,
    };
  },
  async run(play, value) {
    const handset = play.student(value.who).handset(value.on);
    need(await handset.openApp('wallet'), 'credential-list');
    let screen = await handset.press('devices');
    for (;;) {
      need(screen, 'devices');
      // Each device has a line and a button, in the same order, after the texts and the buttons that always stand there.
      const buttons = screen.controls.filter((control) => control.startsWith('remove-'));
      const names = screen.texts.slice(-buttons.length);
      const other = buttons.find((_button, index) => names[index]?.ja.endsWith('（この端末）') === false);
      if (other === undefined) return;
      screen = await handset.press(other);
    }
  },
});
