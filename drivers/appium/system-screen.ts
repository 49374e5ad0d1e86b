import type { HandsetSession } from './handset-session.ts';
import { appArgument, type PhoneApp } from './phone-apps.ts';

/** `KEYCODE_HOME`: https://developer.android.com/reference/android/view/KeyEvent */
const androidHomeKey = 3;

function isIos(session: HandsetSession): boolean {
  return session.platform.toLowerCase() === 'ios';
}

/** As the home key or gesture does it. */
export async function goHome(session: HandsetSession): Promise<void> {
  if (isIos(session)) await session.execute('mobile: pressButton', { name: 'home' });
  else await session.execute('mobile: pressKey', { keycode: androidHomeKey });
}

/** By the icon on the home screen. False: there is none. */
export async function openByIcon(session: HandsetSession, app: PhoneApp): Promise<boolean> {
  await goHome(session);
  return session.tap(`app-${app.id}`);
}

export async function isInstalled(session: HandsetSession, app: PhoneApp): Promise<boolean> {
  return session.execute<boolean>('mobile: isAppInstalled', appArgument(app, session.platform));
}

/** Swiped away: when it is opened again it begins anew. */
export async function closeApp(session: HandsetSession, app: PhoneApp): Promise<void> {
  await session.execute('mobile: terminateApp', appArgument(app, session.platform));
}

export async function removeApp(session: HandsetSession, app: PhoneApp): Promise<void> {
  await session.execute('mobile: removeApp', appArgument(app, session.platform));
}

/** The bundle id or package of what is in front. */
export async function frontApp(session: HandsetSession): Promise<string> {
  if (!isIos(session)) return session.execute<string>('mobile: getCurrentPackage');
  const { bundleId } = await session.execute<{ readonly bundleId: string }>('mobile: activeAppInfo');
  return bundleId;
}
