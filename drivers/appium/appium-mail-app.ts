import type { MailApp } from '../handset/index.ts';
import type { AppiumHandset } from './appium-handset.ts';
import { openPage } from './browser-page.ts';
import type { HandsetSession } from './handset-session.ts';
import { MailPage } from './mail-page.ts';
import { phoneApps } from './phone-apps.ts';
import { closeApp, openByIcon } from './system-screen.ts';

export interface MailAppPorts {
  /** The device that it is on: links open there. */
  readonly handset: AppiumHandset;
  /** The mailbox of an address, as the app calls it: `mbox_0001`. */
  mailboxAt(address: string): string;
  /** Where a browser finds the mailboxes, on a device whose own mail app knows none of them. */
  readonly pages?: string;
}

/** The mail app of a handset behind a WebDriver session, used as its owner does. */
export function createAppiumMailApp(session: HandsetSession, { handset, mailboxAt, pages }: MailAppPorts): MailApp {
  const page = new MailPage(session);
  /** Begun anew, so that it is known where it stands. */
  const open = async (address: string, folder: 'inbox' | 'junk' | 'trash' | 'archive'): Promise<void> => {
    await handset.tellTime();
    if (pages === undefined) {
      await closeApp(session, phoneApps.mail);
      await openByIcon(session, phoneApps.mail);
    } else await openPage(session, pages);
    await page.openFolder(mailboxAt(address), folder);
  };
  const mailApp: MailApp = {
    look: open,
    async search(address, text) {
      await open(address, 'inbox');
      return page.search(text);
    },
    async open({ address, folder, captured }) {
      await open(address, folder);
      await page.openMail(captured);
    },
    async openLink(mail, link, opener) {
      await mailApp.open(mail);
      // From a page of the browser it opens beside that page, where no app of the system is asked.
      const isTapped = opener === undefined && pages === undefined;
      return handset.openLinkBy(link, opener, async () => isTapped && page.tapLink(link));
    },
    async delete(mail) {
      await mailApp.open(mail);
      await page.delete();
    },
    async restore(mail) {
      await mailApp.open(mail);
      await page.restore();
    },
    async markNotJunk(mail) {
      await mailApp.open(mail);
      await page.markNotJunk();
    },
    async emptyTrash(address) {
      await open(address, 'trash');
      await page.emptyTrash();
    },
    async release(address, captured) {
      await open(address, 'inbox');
      await page.release(captured);
    },
  };
  return mailApp;
}
