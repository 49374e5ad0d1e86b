import { Type } from 'typebox';
import { ofWhom, on, step, who } from './step.ts';
import { apps, onDevice, word } from './words.ts';

const app = Type.String({ enum: Object.keys(apps) });

export const studentRemovesApp = step({
  verb: 'student.removesApp',
  description: {
    ja: '学生が端末からアプリを削除します。アプリが保存していたものも消えます。',
    en: 'The student removes an app from the handset, with all that it has stored.',
  },
  value: Type.Union([app, Type.Object({ app, on, who }, { additionalProperties: false })]),
  sentence(value) {
    const name = word(apps, typeof value === 'string' ? value : value.app);
    const actor = ofWhom(typeof value === 'string' ? undefined : value.who);
    const device = onDevice(typeof value === 'string' ? undefined : value.on);
    return {
      ja: `${actor.ja}が${device.ja}${name.ja}を削除する`,
      en: `${actor.en} removes ${name.en}${device.en}`,
    };
  },
  async run(play, value) {
    const { app: name, on: device, who: member } = typeof value === 'string' ? { app: value } : value;
    await play.student(member).handset(device).removeApp(name);
  },
});
