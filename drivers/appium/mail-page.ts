import { ServiceError } from '#sim/errors';
import type { MailAt } from '../handset/index.ts';
import type { HandsetSession } from './handset-session.ts';
import { descendants, parsePageSource } from './page-source.ts';
import { elementOf, type SourceElement } from './source-element.ts';

/** The mail app on the screen: where a person taps in it, by accessibility ids. */
export class MailPage {
  readonly #session: HandsetSession;

  constructor(session: HandsetSession) {
    this.#session = session;
  }

  /** The list of a folder; from the list of accounts, or from the mailbox that the app opened with. */
  async openFolder(mailbox: string, folder: MailAt['folder']): Promise<void> {
    await this.#session.tap(`account-${mailbox}`);
    // Wide screens show the folders beside the list.
    if (!(await this.#session.has(`folder-${folder}`))) await this.#tap('to-folders');
    await this.#tap(`folder-${folder}`);
  }

  /** How many mails the search in the mailbox lists. */
  async search(text: string): Promise<number> {
    if (!(await this.#session.type('search', text))) throw await this.#missing('search');
    await this.#session.pressEnter();
    while (await this.#tapInSight('more'));
    return (await this.#elements()).filter(({ id }) => id.startsWith('row-')).length;
  }

  /** Opens a mail of the folder that is shown, behind whichever tab it lies. */
  async openMail(captured: string): Promise<void> {
    const row = `row-${captured}`;
    if (await this.#tapInSight(row)) return;
    const tabs = (await this.#elements()).filter(({ id }) => id.startsWith('tab-'));
    for (const { id } of [{ id: '' }, ...tabs]) {
      if (id !== '') await this.#session.tap(id);
      do if (await this.#tapInSight(row)) return;
      while (await this.#tapInSight('more'));
    }
    throw await this.#missing(row);
  }

  /** Taps a link in the mail that is shown, and agrees to open it. False: the mail has no such link. */
  async tapLink(link: string): Promise<boolean> {
    await this.#tap('links');
    const found = (await this.#elements()).find(({ id, text }) => /^link-\d+$/.test(id) && endsWith(text, link));
    if (found === undefined) {
      await this.#tap('sheet-close');
      return false;
    }
    await this.#tapInSight(found.id);
    await this.#tap('link-open');
    return true;
  }

  /** In the trash for good, which the app asks about. */
  async delete(): Promise<void> {
    await this.#tap('delete');
    await this.#session.tap('sheet-yes');
  }

  async restore(): Promise<void> {
    await this.#tap('restore');
  }

  async markNotJunk(): Promise<void> {
    await this.#tap('not-junk');
  }

  async emptyTrash(): Promise<void> {
    if (await this.#session.tap('empty-trash')) await this.#tap('sheet-yes');
  }

  /** Lets a mail out, on the page of the quarantine. */
  async release(captured: string): Promise<void> {
    await this.#tap('open-quarantine');
    // The page tells which mails only the administrator may let out.
    if (!(await this.#tapInSight(`release-${captured}`))) throw new ServiceError('quarantine-admin-only');
  }

  async #tapInSight(id: string): Promise<boolean> {
    return (await this.#session.reach(id)) && (await this.#session.tap(id));
  }

  async #tap(control: string): Promise<void> {
    if (!(await this.#tapInSight(control))) throw await this.#missing(control);
  }

  async #elements(): Promise<readonly SourceElement[]> {
    if (!this.#session.isNative) return (await this.#session.page()).elements;
    return [...descendants(parsePageSource(await this.#session.source()))].map(elementOf);
  }

  async #missing(control: string): Promise<ServiceError> {
    const ids = (await this.#elements()).map(({ id }) => id).filter((id) => id !== '');
    return new ServiceError('control-not-on-screen', { screen: 'mail', control, controls: ids.join(', ') || '-' });
  }
}

/** A row of the list tells the host, then the whole address. */
function endsWith(text: string, link: string): boolean {
  return text === link || text.endsWith(` ${link}`) || text.endsWith(`\n${link}`);
}
