import { Type } from 'typebox';
import { ServiceError } from '#sim/errors';
import { ofWhom, on, step, who } from './step.ts';
import { apps, onDevice, word } from './words.ts';

const app = Type.String({ enum: Object.keys(apps) });

export const studentOpensApp = step({
  verb: 'student.opensApp',
  description: {
    ja: '学生がアプリを開きます。入っていないときは、画面はそのままです。',
    en: 'The student opens an app; when it is not installed the screen stays as it is.',
  },
  value: Type.Union([app, Type.Object({ app, on, who }, { additionalProperties: false })]),
  sentence(value) {
    const name = word(apps, typeof value === 'string' ? value : value.app);
    const actor = ofWhom(typeof value === 'string' ? undefined : value.who);
    const device = onDevice(typeof value === 'string' ? undefined : value.on);
    return { ja: `${actor.ja}が${device.ja}${name.ja}を開く`, en: `${actor.en} opens ${name.en}${device.en}` };
  },
  async run(play, value) {
    const { app: name, on: device, who: member } = typeof value === 'string' ? { app: value } : value;
    try {
      await play.student(member).handset(device).openApp(name);
    } catch (error) {
      // There is no icon to tap: what the store said stays on the screen, and the scenario says what it expects there.
      if (!(error instanceof ServiceError && error.code === 'app-not-installed')) throw error;
    }
  },
});
