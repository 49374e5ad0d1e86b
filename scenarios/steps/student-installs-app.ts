import { Type } from 'typebox';
import { ofWhom, on, step, who } from './step.ts';
import { apps, onDevice, word } from './words.ts';

const app = Type.String({ enum: Object.keys(apps) });

export const studentInstallsApp = step({
  verb: 'student.installsApp',
  description: { ja: '学生がアプリストアからアプリを入れます。', en: 'The student installs an app from the store.' },
  value: Type.Union([app, Type.Object({ app, on, who }, { additionalProperties: false })]),
  sentence(value) {
    const name = word(apps, typeof value === 'string' ? value : value.app);
    const actor = ofWhom(typeof value === 'string' ? undefined : value.who);
    const device = onDevice(typeof value === 'string' ? undefined : value.on);
    return {
      ja: `${actor.ja}が${device.ja && `${device.ja}、`}アプリストアで${name.ja}の「インストール」を押す`,
      en: `${actor.en} presses "Install" for ${name.en} in the app store${device.en}`,
    };
  },
  async run(play, value) {
    const { app: name, on: device, who: member } = typeof value === 'string' ? { app: value } : value;
    await play.student(member).handset(device).installApp(name);
  },
});
