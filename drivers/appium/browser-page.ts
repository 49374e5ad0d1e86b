import type { HandsetSession } from './handset-session.ts';

const nothing = 'about:blank';

/** Begins a page anew: from the same page, another `#…` alone would load nothing. */
export async function openPage(session: HandsetSession, url: string): Promise<void> {
  await session.goTo(nothing);
  await session.goTo(url);
}

/** Waits for the database too: what is open keeps it until the page is left. */
const clearing = `
localStorage.clear();
sessionStorage.clear();
const done = indexedDB.databases ? indexedDB.databases() : Promise.resolve([]);
return done.then((all) => { for (const { name } of all) indexedDB.deleteDatabase(name); return null; });
`;

/** As a phone is on which nobody has used the origin before. */
export async function forgetOrigin(session: HandsetSession, origin: string): Promise<void> {
  // A page of the origin without a script, so that nothing is kept open.
  await session.goTo(`${origin}/app/icon.svg`);
  await session.execute(clearing);
  await session.goTo(nothing);
}
