import { Type } from 'typebox';
import type { Handset, Screen } from '#drivers/handset';
import { passwordWords } from './password-words.ts';
import type { PlayedStudent } from './play.ts';
import { at, ofWhom, on, step, who } from './step.ts';
import { addressWords, apps, onDevice, word } from './words.ts';

interface Credentials {
  readonly address?: string | undefined;
  readonly at?: string | undefined;
  readonly password?: string | undefined;
  readonly on?: string | undefined;
  /** Another app than the wallet. */
  readonly app?: string | undefined;
}

/** Opens the wallet app and goes to its log-in; ends elsewhere when somebody is logged in. */
export async function openLogin(handset: Handset): Promise<Screen> {
  const screen = await handset.openApp('wallet');
  return screen.screen === 'wallet-first-run' ? handset.press('log-in') : screen;
}

/** Opens the wallet app and logs in (manual 4-1). Ends on `credential-list`, or on the log-in screen with the reason. */
export async function logIn(student: PlayedStudent, given: Credentials): Promise<Screen> {
  const handset = student.handset(given.on);
  const screen = given.app === undefined ? await openLogin(handset) : await handset.openApp(given.app);
  if (screen.screen !== 'login' && screen.screen !== 'old-wallet-login') return screen;
  await handset.fill('address', given.address ?? student.addressAt(given.at));
  await handset.fill('password', given.password ?? student.password);
  return handset.press('log-in');
}

export const studentLogsIn = step({
  verb: 'student.logsIn',
  description: { ja: '学生がアプリにログインします。', en: 'The student logs in to the app.' },
  value: Type.Object(
    {
      address: Type.Optional(Type.String()),
      at,
      password: Type.Optional(Type.String()),
      app: Type.Optional(Type.String({ enum: ['old-wallet'], description: 'Another app than the LecoS app' })),
      on,
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const { ja, en } = passwordWords(value.password);
    const isNamed = value.password !== undefined && ja !== 'パスワード';
    const device = onDevice(value.on);
    const address = value.at === undefined ? undefined : addressWords(value.at);
    const isSaid = isNamed || address !== undefined;
    const app = word(apps, value.app ?? 'wallet');
    return {
      ja: [
        `${ofWhom(value.who).ja}が`,
        device.ja && `${device.ja}${isSaid ? '、' : ''}`,
        address && `${address.ja}と`,
        isSaid && `${ja}で`,
        `${app.ja}にログインする`,
      ]
        .filter(Boolean)
        .join(''),
      en: [
        `${ofWhom(value.who).en} logs in to ${app.en}${device.en}`,
        address && `with ${address.en}`,
        isNamed && `${address === undefined ? 'with' : 'and'} ${en}`,
      ]
        .filter(Boolean)
        .join(' '),
    };
  },
  async run(play, value) {
    await logIn(play.student(value.who), value);
  },
});
