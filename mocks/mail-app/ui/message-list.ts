import { html, nothing, type TemplateResult } from 'lit';
import { cutSubject } from '../subject-cut.ts';
import type { MailboxView, RowView } from '../view.ts';
import { shortDate } from './date-words.ts';
import { icon } from './icons.ts';
import type { Look } from './look.ts';
import { addressOf } from './place.ts';
import { type Acts, folderOf, listPlace, type Screen } from './screen.ts';
import { say, words } from './words.ts';

/** A folder, one of its tabs, or what a search found. */
export function messageList(screen: Screen, acts: Acts): TemplateResult {
  const { mailbox, list, look } = screen;
  if (mailbox === undefined || list === undefined) return html``;
  const place = listPlace(screen.place, screen.mail?.tab);
  const tab = place.type === 'list' && place.folder === 'inbox' ? place.tab || (mailbox.tabs[0]?.tab ?? '') : '';
  const rows = list.messages.filter((row) => tab === '' || row.tab === tab);
  const opened = screen.place.type === 'mail' ? screen.place.captured : undefined;
  return html`<section class="pane list" aria-labelledby="list-title">
    ${head(screen, acts)} ${tabBar(screen, tab)} ${about(screen, acts, rows.length)}
    <ul class="rows">
      ${rows.map((row) => html`<li>${messageRow(row, mailbox, look, row.captured === opened)}</li>`)}
    </ul>
    ${
      list.messages.length < list.total
        ? html`<button type="button" class="button wide" data-testid="more" @click=${() => acts.more()}>
            ${words.more[look.language]}
          </button>`
        : nothing
    }
  </section>`;
}

function head(screen: Screen, acts: Acts): TemplateResult {
  const { mailbox, look } = screen;
  const { language } = look;
  const place = listPlace(screen.place);
  const title = place.type === 'search' ? words.searchResult[language] : folderOf(screen, place.folder)?.name[language];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('text') ?? '').trim();
    if (text !== '') acts.go({ type: 'search', mailbox: place.mailbox, text });
  };
  return html`<header class="bar">
      <a class="button narrow" href=${addressOf({ type: 'folders', mailbox: place.mailbox })} data-testid="to-folders">
        ${icon('back')}${words.folders[language]}
      </a>
      <span class="grow"></span>
      <button type="button" class="button" data-testid="reload" @click=${() => acts.reload()}>
        ${icon('reload')}<span class="unseen">${words.reload[language]}</span>
      </button>
      <button type="button" class="button narrow" data-testid="list-look" @click=${() => acts.show({ type: 'look' })}>
        ${icon('look')}<span class="unseen">${words.look[language]}</span>
      </button>
    </header>
    <div class="large"><h1 id="list-title" tabindex="-1">${title}</h1><p class="narrow">${mailbox?.address}</p></div>
    <form class="search" role="search" @submit=${submit}>
      ${icon('search')}
      <input
        type="search"
        name="text"
        data-testid="search"
        autocomplete="off"
        enterkeyhint="search"
        aria-label=${words.search[language]}
        placeholder=${words.search[language]}
        .value=${place.type === 'search' ? place.text : ''}
      />
    </form>`;
}

function tabBar({ mailbox, list, place, look }: Screen, current: string): TemplateResult | typeof nothing {
  if (mailbox === undefined || current === '') return nothing;
  const unread = (tab: string): boolean => list?.messages.some((row) => row.tab === tab && !row.isRead) ?? false;
  return html`<nav class="tabs" aria-label=${folderOf({ mailbox }, 'inbox')?.name[look.language] ?? ''}>
    ${mailbox.tabs.map(
      ({ tab, name }) => html`<a
        data-testid="tab-${tab}"
        href=${addressOf({ type: 'list', mailbox: mailbox.mailbox, folder: 'inbox', tab })}
        aria-current=${tab === current && place.type !== 'search' ? 'true' : 'false'}
        >${name[look.language]}${
          unread(tab)
            ? html`<span class="dot"><span class="unseen">（${words.unreadElsewhere[look.language]}）</span></span>`
            : nothing
        }</a
      >`,
    )}
  </nav>`;
}

/** What is to be said of the list as a whole. */
function about(screen: Screen, acts: Acts, rows: number): TemplateResult {
  const { mailbox, look } = screen;
  const { language } = look;
  const place = listPlace(screen.place);
  if (place.type === 'search') {
    const left = (mailbox?.folders ?? []).filter(({ folder }) => !mailbox?.searchedFolders.includes(folder));
    return html`${rows === 0 ? html`<p class="hint" data-testid="empty">${words.notFound[language]}</p>` : nothing}
      ${
        left.length > 0
          ? html`<p class="hint" data-testid="not-searched">
              ${words.notSearched[language]}: ${left.map(({ name }) => name[language]).join(language === 'ja' ? '、' : ', ')}
            </p>`
          : nothing
      }
      <p class="hint"><a href=${addressOf({ type: 'list', mailbox: place.mailbox, folder: 'inbox', tab: '' })} class="button" data-testid="search-clear">
        ${words.searchClear[language]}
      </a></p>`;
  }
  const days = folderOf(screen, place.folder)?.keptDays;
  return html`${
    days !== undefined
      ? html`<p class="hint split">
          <span data-testid="kept">${say(words.keptDays, language, { days })}</span>
          ${
            place.folder === 'trash' && rows > 0
              ? html`<button type="button" class="button danger" data-testid="empty-trash" @click=${() => acts.show({ type: 'empty-trash' })}>
                  ${words.emptyTrash[language]}
                </button>`
              : nothing
          }
        </p>`
      : nothing
  }
  ${rows === 0 ? html`<p class="hint" data-testid="empty">${words.empty[language]}</p>` : nothing}`;
}

/** One line of a list: who, when, what, and the first words. */
function messageRow(row: RowView, mailbox: MailboxView, look: Look, isOpened: boolean): TemplateResult {
  const { language } = look;
  const { captured, folder, from, subject, isRead, marks } = row;
  return html`<a
    class="row"
    data-testid="row-${captured}"
    href=${addressOf({ type: 'mail', mailbox: mailbox.mailbox, folder, captured })}
    aria-current=${isOpened ? 'true' : 'false'}
  >
    ${isRead ? nothing : html`<span class="dot"><span class="unseen">${words.unread[language]} </span></span>`}
    <span class="who"
      ><bdi>${from.name || from.address || words.noSender[language]}</bdi>${
        marks.includes('sender-verified')
          ? html`<span class="good">${icon('shield')}<span class="unseen">${words.verified[language]}</span></span>`
          : nothing
      }</span
    >
    <time datetime=${row.receivedAt}>${shortDate(row.receivedAt, mailbox.now, language)}</time>
    <span class="subject"><bdi>${cutSubject(subject, look.subjectZenkaku) || words.noSubject[language]}</bdi></span>
    <span class="excerpt"><bdi>${row.excerpt || words.noText[language]}</bdi></span>
    ${
      marks.includes('sender-warning')
        ? html`<span class="chip warn">${icon('junk')}${words.warning[language]}</span>`
        : nothing
    }
  </a>`;
}
