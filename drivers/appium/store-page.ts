import type { HandsetSession } from './handset-session.ts';

/** The store's page of an app: its controls by accessibility id. */
const controls = { install: 'install', update: 'update' } as const;

/** Presses what the page of the app offers; nothing, when it is installed and up to date or will not be installed. */
export async function takeFromStore(session: HandsetSession, wanted: keyof typeof controls): Promise<void> {
  await session.tap(controls[wanted]);
}
