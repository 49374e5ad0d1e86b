import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { FolderName, ListView, MailView } from '../view.ts';
import { accountList, folderList } from './folder-list.ts';
import { type Look, lookOf, queryOf } from './look.ts';
import { createMailApi, MailApiError, type MessageAction } from './mail-api.ts';
import { messageList } from './message-list.ts';
import { messageView } from './message-view.ts';
import { addressOf, type Place, placeAt } from './place.ts';
import { quarantinePage } from './quarantine-page.ts';
import { type Acts, folderOf, type ListPlace, listPlace, type Screen, type Sheet } from './screen.ts';
import { sheetView } from './sheets.ts';
import { say, words } from './words.ts';

/** How often a shown list looks for new mail. */
const lookAgainMs = 4_000;

/** The whole app. It draws into the page itself, so that whoever looks for a control finds it by its `data-testid`. */
class MailApp extends LitElement implements Acts {
  #screen: Screen;
  readonly #api;
  #notice: { readonly text: string; readonly isError: boolean } | undefined;
  /** How many things are under way. */
  #busy = 0;
  /** Counts the loads, so that a late answer does not overwrite a newer one. */
  #load = 0;

  constructor() {
    super();
    const look = lookOf(location.search, document.documentElement.lang);
    this.#api = createMailApi(look.language, words.offline[look.language], look.accounts);
    this.#screen = { place: placeAt(location.hash), look, accounts: [] };
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', () => {
      this.#notice = undefined;
      this.#draw({ place: placeAt(location.hash) });
      void this.#refresh({ isNewPlace: true });
    });
    setInterval(() => {
      const isQuiet = document.visibilityState === 'visible' && this.#screen.sheet === undefined && this.#busy === 0;
      if (isQuiet && this.#screen.place.type !== 'mail') void this.#refresh({ isNewPlace: false });
    }, lookAgainMs);
    void this.#refresh({ isNewPlace: true });
  }

  go(place: Place): void {
    location.hash = addressOf(place);
  }

  reload(): void {
    this.#notice = undefined;
    void this.#refresh({ isNewPlace: false });
  }

  more(): void {
    void this.#tried(async () => {
      const { list, place } = this.#screen;
      if (list === undefined) return;
      // A refresh that is under way would bring the shorter list back.
      this.#load += 1;
      const longer = await this.#longer(listPlace(place), list);
      if (this.#screen.list === list) this.#draw({ list: longer });
    });
  }

  show(sheet: Sheet | undefined): void {
    const { sheet: _, ...rest } = this.#screen;
    this.#screen = sheet === undefined ? rest : { ...rest, sheet };
    this.requestUpdate();
  }

  tapLink(link?: string): void {
    const { mail } = this.#screen;
    if (mail === undefined || link !== undefined) {
      this.#ask(link);
      return;
    }
    void this.#tried(async () => {
      const tapped = await this.#api.tapped(mail.captured);
      if (this.#screen.mail?.captured === mail.captured) this.#ask(tapped);
    });
  }

  /** Shows where a link leads; all of them, when it is not known which one is meant. */
  #ask(link: string | undefined): void {
    const links = this.#screen.mail?.links ?? [];
    // A text may go on right behind a link: the mail's own list knows where it ends.
    const meant = link === undefined ? undefined : links.find((each) => each === link || link.startsWith(each));
    const only = links.length === 1 ? links[0] : undefined;
    const chosen = meant ?? only;
    this.show(chosen === undefined ? { type: 'links' } : { type: 'link', link: chosen });
  }

  act(action: MessageAction): void {
    const { mail } = this.#screen;
    if (mail === undefined) return;
    void this.#tried(async () => {
      await this.#api.act(mail.captured, action);
      this.#tell(this.#outcome(action, mail.folder));
      if (action !== 'allow-sender') await this.#leave(mail);
    });
  }

  move(to: FolderName): void {
    const { mail } = this.#screen;
    if (mail === undefined) return;
    void this.#tried(async () => {
      await this.#api.move(mail.captured, to);
      this.#tell(this.#movedTo(to));
      await this.#leave(mail);
    });
  }

  emptyTrash(): void {
    void this.#tried(async () => {
      const { mailbox, look } = this.#screen;
      if (mailbox === undefined) return;
      await this.#api.emptyTrash(mailbox.mailbox);
      this.show(undefined);
      const folder = folderOf(this.#screen, 'trash')?.name[look.language] ?? '';
      this.#tell(say(words.emptied, look.language, { folder }));
      await this.#refresh({ isNewPlace: false });
    });
  }

  release(captured: string): void {
    void this.#tried(async () => {
      await this.#api.act(captured, 'release');
      this.#tell(words.released[this.#screen.look.language]);
      await this.#refresh({ isNewPlace: false });
    });
  }

  set(look: Look): void {
    const address = `${queryOf(look)}${location.hash}`;
    if (look.language === this.#screen.look.language) {
      history.replaceState(null, '', address);
      this.#draw({ look });
    } else location.assign(address);
  }

  #outcome(action: MessageAction, folder: FolderName): string {
    const { look, mail, mailbox } = this.#screen;
    if (action === 'allow-sender') {
      const list = mailbox?.allowList[look.language] ?? '';
      return say(words.allowed, look.language, { address: mail?.from.address ?? '', list });
    }
    if (action === 'delete') return folder === 'trash' ? words.deleted[look.language] : this.#movedTo('trash');
    return this.#movedTo('inbox', action);
  }

  #movedTo(folder: FolderName, action?: MessageAction): string {
    const { language } = this.#screen.look;
    if (action === 'restore') return words.restored[language];
    return say(words.moved, language, { folder: folderOf(this.#screen, folder)?.name[language] ?? '' });
  }

  /** Back to the list that a mail was in, which it has left. */
  async #leave({ captured, folder }: MailView): Promise<void> {
    this.show(undefined);
    const { place, mail } = this.#screen;
    // The reader may have gone on meanwhile, to the same mail in its new folder too.
    if (place.type !== 'mail' || place.captured !== captured || place.folder !== folder) return;
    const tab = folder === 'inbox' ? (mail?.tab ?? '') : '';
    history.replaceState(null, '', addressOf({ type: 'list', mailbox: place.mailbox, folder, tab }));
    this.#draw({ place: placeAt(location.hash) });
    await this.#refresh({ isNewPlace: true });
  }

  async #refresh({ isNewPlace }: { readonly isNewPlace: boolean }): Promise<void> {
    this.#load += 1;
    const load = this.#load;
    await this.#tried(async () => {
      const rows = isNewPlace ? 0 : (this.#screen.list?.messages.length ?? 0);
      const found = await this.#found(this.#screen.place, rows);
      if (load !== this.#load) return;
      const { mail: _mail, list: _list, held: _held, mailbox: _mailbox, ...rest } = this.#screen;
      this.#screen = { ...rest, ...found };
      if (isNewPlace) await this.#arrive();
    });
    if (load !== this.#load) return;
    this.requestUpdate();
    await this.updateComplete;
    await document.fonts.ready;
    // For who takes a picture: everything but the frame of a mail stands.
    document.body.dataset.shown = location.hash;
  }

  /** What a place shows; of a list at least so many rows as were there before. */
  async #found(place: Place, rows: number): Promise<Partial<Screen>> {
    const accounts = await this.#api.accounts();
    const [only] = accounts;
    if (place.type === 'accounts') {
      if (accounts.length === 1 && only !== undefined) {
        this.go({ type: 'list', mailbox: only.mailbox, folder: 'inbox', tab: '' });
      }
      return { accounts };
    }
    if (place.type === 'quarantine') {
      const held = await this.#api.held(place.mailbox);
      return { accounts, mailbox: await this.#api.mailbox(place.mailbox), held };
    }
    // A mail may be gone by now; the list that it was in is not.
    const mail = place.type === 'mail' ? await this.#opened(place.captured).catch(this.#complain) : undefined;
    const list = (mail && this.#listWith(mail)) ?? (await this.#listFrom(listPlace(place), rows));
    const mailbox = await this.#api.mailbox(place.mailbox);
    return { accounts, mailbox, list, ...(mail !== undefined && { mail }) };
  }

  async #opened(captured: string) {
    const mail = await this.#api.mail(captured);
    // Read again whenever it is opened again; what is only shown anew has its reader already.
    if (!mail.isRead || this.#screen.mail?.captured !== captured) await this.#api.act(captured, 'read');
    return mail;
  }

  /** The list that is there already, when the opened mail is in it: it is fetched anew on the way back. */
  #listWith({ captured, folder }: MailView): ListView | undefined {
    const { list } = this.#screen;
    if (!list?.messages.some((row) => row.captured === captured && row.folder === folder)) return undefined;
    return {
      ...list,
      messages: list.messages.map((row) => (row.captured === captured ? { ...row, isRead: true } : row)),
    };
  }

  async #listFrom(place: ListPlace, rows: number): Promise<ListView> {
    let list = await this.#listOf(place, 0);
    while (list.messages.length < Math.min(rows, list.total)) list = await this.#longer(place, list);
    return list;
  }

  async #longer(place: ListPlace, list: ListView): Promise<ListView> {
    const next = await this.#listOf(place, list.messages.length);
    // Nothing more, although more was told of: mails left in the meantime.
    if (next.messages.length === 0) return { ...list, total: list.messages.length };
    return { total: next.total, messages: [...list.messages, ...next.messages] };
  }

  #listOf(place: ListPlace, from: number): Promise<ListView> {
    const asked = place.type === 'search' ? { search: place.text } : { folder: place.folder };
    return this.#api.list(place.mailbox, asked, from);
  }

  readonly #complain = (error: unknown): undefined => {
    if (!(error instanceof MailApiError)) throw error;
    this.#tell(error.message, true);
  };

  /** A new place is told to who does not see it: by the focus on its title. */
  async #arrive(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    const titles = this.querySelectorAll<HTMLElement>('h1[tabindex]');
    [...titles].findLast((title) => title.checkVisibility())?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  async #tried(work: () => Promise<void>): Promise<void> {
    this.#busy += 1;
    try {
      await work();
    } catch (error) {
      this.#complain(error);
      this.show(undefined);
    } finally {
      this.#busy -= 1;
    }
  }

  #tell(text: string, isError = false): void {
    this.#notice = { text, isError };
    this.requestUpdate();
  }

  #draw(change: Partial<Screen>): void {
    this.#screen = { ...this.#screen, ...change };
    this.requestUpdate();
  }

  protected override updated(): void {
    document.documentElement.dataset.look = this.#screen.mailbox?.look ?? '';
    const dialog = this.querySelector('dialog');
    if (dialog !== null && !dialog.open) dialog.showModal();
  }

  protected override render(): TemplateResult {
    const { place, sheet, look } = this.#screen;
    return html`<main class="app" data-pane=${place.type === 'search' ? 'list' : place.type}>${this.#panes()}</main>
      <div class="notice" role="status" aria-live="polite">
        ${
          this.#notice === undefined
            ? nothing
            : html`<p class=${this.#notice.isError ? 'error' : ''} data-testid="notice">
                <span class="grow">${this.#notice.text}</span>
                <button type="button" class="button" data-testid="notice-close" @click=${() => this.#hush()}>
                  ${words.close[look.language]}
                </button>
              </p>`
        }
      </div>
      ${
        sheet === undefined
          ? nothing
          : html`<dialog aria-labelledby="sheet-title" data-testid="sheet" @close=${() => this.show(undefined)}>
              ${sheetView(this.#screen, sheet, this)}
            </dialog>`
      }`;
  }

  #panes(): TemplateResult {
    const { place } = this.#screen;
    if (place.type === 'accounts') return accountList(this.#screen);
    if (place.type === 'quarantine') return quarantinePage(this.#screen, this);
    return html`${folderList(this.#screen, this)} ${messageList(this.#screen, this)} ${messageView(this.#screen, this)}`;
  }

  #hush(): void {
    this.#notice = undefined;
    this.requestUpdate();
  }
}

customElements.define('mail-app', MailApp);
