import { Type } from 'typebox';
import type { Screen } from '#drivers/handset';
import { passwordWords } from './password-words.ts';
import type { PlayedStudent } from './play.ts';
import { ofWhom, on, step, who } from './step.ts';

interface Credentials {
  readonly address?: string | undefined;
  readonly password?: string | undefined;
  readonly on?: string | undefined;
}

/** Opens the wallet app and logs in (manual 4-1). Ends on `credential-list`, or on the log-in screen with the reason. */
export async function logIn(student: PlayedStudent, { address, password, on: device }: Credentials): Promise<Screen> {
  const handset = student.handset(device);
  let screen = await handset.openApp('wallet');
  if (screen.screen === 'wallet-first-run') screen = await handset.press('log-in');
  if (screen.screen !== 'login') return screen;
  await handset.fill('address', address ?? student.address);
  await handset.fill('password', password ?? student.password);
  return handset.press('log-in');
}

export const studentLogsIn = step({
  verb: 'student.logsIn',
  description: { ja: '学生がアプリにログインします。', en: 'The student logs in to the app.' },
  value: Type.Object(
    { address: Type.Optional(Type.String()), password: Type.Optional(Type.String()), on, who },
    { additionalProperties: false },
  ),
  sentence(value) {
    const { ja, en } = passwordWords(value.password);
    const isNamed = value.password !== undefined && ja !== 'パスワード';
    return {
      ja: `${ofWhom(value.who).ja}が${isNamed ? `${ja}で` : ''}LecoSアプリにログインする`,
      en: `${ofWhom(value.who).en} logs in to the LecoS app${isNamed ? ` with ${en}` : ''}`,
    };
  },
  async run(play, value) {
    await logIn(play.student(value.who), value);
  },
});
