import { ServiceError } from '#sim/errors';
import type { HandsetSession } from './handset-session.ts';
import { phoneApps } from './phone-apps.ts';
import { closeApp, openByIcon } from './system-screen.ts';

/** Goes to the page of an app in the store and presses `install` or `update` there. False: the store cannot be reached. */
export async function takeFromStore(
  session: HandsetSession,
  app: string,
  wish: 'install' | 'update',
): Promise<boolean> {
  // What was looked at before would be shown again.
  await closeApp(session, phoneApps.store);
  await openByIcon(session, phoneApps.store);
  if (await session.has('retry')) return false;
  // What the store opens with has the wallet at hand; other apps are searched for.
  if (app !== 'wallet') {
    await session.type('search', app);
    await session.tap('search-go');
    await session.tap(`result-${app}`);
  }
  if (await session.tap(wish)) return true;
  throw new ServiceError('control-not-on-screen', { screen: 'store', control: wish, controls: '-' });
}
