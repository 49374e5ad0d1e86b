import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { MailView } from '../view.ts';
import { longDate } from './date-words.ts';
import { type IconName, icon } from './icons.ts';
import { addressOf } from './place.ts';
import { type Acts, folderOf, listPlace, type Screen } from './screen.ts';
import { say, words } from './words.ts';

/** A mail, opened. */
export function messageView(screen: Screen, acts: Acts): TemplateResult {
  const { mail, look, place } = screen;
  const { language } = look;
  if (mail === undefined || place.type !== 'mail') {
    return html`<section class="pane mail none" aria-label=${words.body[language]}>
      <p class="hint">${words.choose[language]}</p>
      <a class="button narrow" href=${addressOf(listPlace(place))} data-testid="to-list">${icon('back')}${words.back[language]}</a>
    </section>`;
  }
  return html`<section class="pane mail" aria-labelledby="mail-subject" data-testid="mail">
    <header class="bar">
      <a class="button narrow" href=${addressOf(listPlace(place, mail.tab))} data-testid="to-list">
        ${icon('back')}${folderOf(screen, mail.folder)?.name[language]}
      </a>
      <span class="grow"></span>
      <button type="button" class="button" data-testid="mail-look" @click=${() => acts.show({ type: 'look' })}>
        ${icon('look')}<span class="unseen">${words.look[language]}</span>
      </button>
    </header>
    ${about(screen, mail, acts)} ${notes(screen, mail)} ${body(screen, mail, acts)} ${beside(screen, mail, acts)}
    ${actions(screen, mail, acts)}
  </section>`;
}

function about({ look: { language }, mailbox }: Screen, mail: MailView, acts: Acts): TemplateResult {
  const { from, to, subject, receivedAt, marks } = mail;
  return html`<div class="about">
    <h1 id="mail-subject" tabindex="-1" data-testid="mail-subject"><bdi>${subject || words.noSubject[language]}</bdi></h1>
    <details>
      <summary data-testid="mail-details">
        <span class="who"
          ><bdi>${from.name || from.address || words.noSender[language]}</bdi>${
            marks.includes('sender-verified')
              ? html`<span class="good">${icon('shield')}${words.verified[language]}</span>`
              : nothing
          }</span
        >
        <time datetime=${receivedAt}>${longDate(receivedAt, language)}</time>
        <span class="more">${words.details[language]}</span>
      </summary>
      <dl>
        <dt>${words.from[language]}</dt>
        <dd data-testid="mail-from"><bdi>${from.name}</bdi> <bdi>&lt;${from.address}&gt;</bdi></dd>
        <dt>${words.to[language]}</dt>
        <dd data-testid="mail-to">${to.map(({ name, address }) => html`<div><bdi>${name}</bdi> <bdi>&lt;${address}&gt;</bdi></div>`)}</dd>
      </dl>
      ${
        from.address === ''
          ? nothing
          : html`<button type="button" class="button" data-testid="allow-sender" @click=${() => acts.act('allow-sender')}>
              ${icon('check')}${say(words.allow, language, { list: mailbox?.allowList[language] ?? '' })}
            </button>`
      }
    </details>
  </div>`;
}

/** What the app has to say about the mail before it is read. */
function notes(screen: Screen, { marks, blocked, isDigest, isCut }: MailView): TemplateResult {
  const { look, mailbox } = screen;
  const { language } = look;
  const hidden = [
    ...(blocked.remote > 0 && !look.asText ? [say(words.remote, language, { count: blocked.remote })] : []),
    ...(blocked.active > 0 && !look.asText ? [say(words.active, language, { count: blocked.active })] : []),
    ...(isCut ? [words.cut[language]] : []),
  ];
  return html`${
    marks.includes('sender-warning')
      ? html`<p class="note warn" data-testid="mail-warning">${icon('junk')}${words.warning[language]}</p>`
      : nothing
  }
  ${hidden.length > 0 ? html`<p class="note" data-testid="mail-blocked">${hidden.join(language === 'ja' ? '' : ' ')}</p>` : nothing}
  ${
    isDigest && mailbox !== undefined
      ? html`<p class="note">
          <a class="button" data-testid="open-quarantine" href=${addressOf({ type: 'quarantine', mailbox: mailbox.mailbox })}>
            ${icon('shield')}${words.quarantineOpen[language]}
          </a>
        </p>`
      : nothing
  }`;
}

function body({ look }: Screen, mail: MailView, acts: Acts): TemplateResult {
  const { language } = look;
  if (mail.hasHtml && !(look.asText && mail.text !== '')) {
    const page = `api/messages/${mail.captured}/page${look.showsImages ? '' : '?images=off'}`;
    const loaded = (event: Event): void => {
      const frame = event.target as HTMLIFrameElement;
      const isAway = frame.dataset.shows === 'mail';
      frame.dataset.shows = isAway ? 'link' : 'mail';
      if (!isAway) return;
      // Only a touched link leads the frame away from the mail: back to it, and the links are shown.
      frame.src = page;
      acts.tapLink();
    };
    return html`${keyed(
      page,
      html`<iframe
        sandbox=""
        referrerpolicy="no-referrer"
        title=${words.body[language]}
        data-testid="mail-html"
        src=${page}
        @load=${loaded}
      ></iframe>`,
    )}`;
  }
  return html`<div class="text" data-testid="mail-text">${withLinks(mail.text, acts) || words.noText[language]}</div>`;
}

/** A text whose links can be touched. */
function withLinks(text: string, acts: Acts): readonly (string | TemplateResult)[] | undefined {
  if (text.trim() === '') return undefined;
  return text
    .split(/(https?:\/\/[\w\-.~:/?#[\]@!$&'*+,;=%]+)/)
    .map((piece, index) =>
      index % 2 === 0
        ? piece
        : html`<button type="button" class="link" data-testid="text-link" @click=${() => acts.tapLink(piece)}>${piece}</button>`,
    );
}

/** What hangs on the mail: its links, and its attachments by name. */
function beside({ look: { language } }: Screen, { links, attachments }: MailView, acts: Acts): TemplateResult {
  return html`${
    links.length > 0
      ? html`<button type="button" class="line beside" data-testid="links" @click=${() => acts.show({ type: 'links' })}>
          ${icon('link')}<span class="grow">${say(words.linksCount, language, { count: links.length })}</span>${icon('forward')}
        </button>`
      : nothing
  }
  ${
    attachments.length > 0
      ? html`<ul class="beside" aria-label=${words.attachments[language]} data-testid="attachments">
          ${attachments.map(
            ({ name, sizeBytes }) =>
              html`<li class="line">${icon('clip')}<span class="grow cut"><bdi>${name || words.unnamed[language]}</bdi></span><small>${size(sizeBytes)}</small></li>`,
          )}
        </ul>`
      : nothing
  }`;
}

function size(bytes: number): string {
  return bytes < 1_000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1_000)} KB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function actions({ look: { language } }: Screen, { folder }: MailView, acts: Acts): TemplateResult {
  const button = (id: string, name: IconName, text: string, run: () => void, isDanger = false): TemplateResult =>
    html`<button type="button" class="action ${isDanger ? 'danger' : ''}" data-testid=${id} @click=${run}>
      ${icon(name)}<span>${text}</span>
    </button>`;
  const move = button('move', 'move', words.move[language], () => acts.show({ type: 'move' }));
  if (folder === 'trash') {
    return html`<div class="actions" role="group">
      ${button('restore', 'restore', words.restore[language], () => acts.act('restore'))}
      ${move} ${button('delete', 'trash', words.deleteForGood[language], () => acts.show({ type: 'delete' }), true)}
    </div>`;
  }
  return html`<div class="actions" role="group">
    ${folder === 'junk' ? button('not-junk', 'check', words.notJunk[language], () => acts.act('not-junk')) : nothing}
    ${folder === 'inbox' ? button('archive', 'archive', words.archive[language], () => acts.move('archive')) : nothing}
    ${move} ${button('delete', 'trash', words.delete[language], () => acts.act('delete'), true)}
  </div>`;
}
