import { html, type TemplateResult } from 'lit';
import type { HeldView } from '../view.ts';
import { shortDate } from './date-words.ts';
import { icon } from './icons.ts';
import { addressOf } from './place.ts';
import type { Acts, Screen } from './screen.ts';
import { say, words } from './words.ts';

/** The page of whoever holds mail back: no mail app shows it, the daily list leads here. */
export function quarantinePage(screen: Screen, acts: Acts): TemplateResult {
  const { mailbox, held = [], look } = screen;
  const { language } = look;
  if (mailbox === undefined) return html``;
  return html`<section class="pane quarantine" aria-labelledby="quarantine-title">
    <header class="bar brand">
      ${icon('shield')}
      <h1 id="quarantine-title" class="grow" tabindex="-1">${mailbox.provider[language]} ${words.quarantine[language]}</h1>
    </header>
    <p class="hint">
      ${mailbox.address}<br />${say(words.quarantineAbout, language, { days: mailbox.quarantine?.keptDays ?? 0 })}
    </p>
    ${held.length === 0 ? html`<p class="hint" data-testid="empty">${words.quarantineEmpty[language]}</p>` : ''}
    <ul class="held">
      ${held.map((mail) => heldMail(mail, screen, acts))}
    </ul>
    <p class="hint">
      <a class="button" data-testid="to-mail" href=${addressOf({ type: 'list', mailbox: mailbox.mailbox, folder: 'inbox', tab: '' })}>
        ${icon('back')}${words.toMail[language]}
      </a>
    </p>
  </section>`;
}

function heldMail(mail: HeldView, { mailbox, look: { language } }: Screen, acts: Acts): TemplateResult {
  const { captured, from, subject, receivedAt, releasedBy } = mail;
  return html`<li data-testid="held-${captured}">
    <h2><bdi>${subject || words.noSubject[language]}</bdi></h2>
    <p>
      <bdi>${from.name} &lt;${from.address}&gt;</bdi>
      <time datetime=${receivedAt}>${shortDate(receivedAt, mailbox?.now ?? receivedAt, language)}</time>
    </p>
    ${
      releasedBy === 'user'
        ? html`<button
            type="button"
            class="button solid"
            data-testid="release-${captured}"
            aria-label="${words.release[language]}: ${subject}"
            @click=${() => acts.release(captured)}
          >
            ${words.release[language]}
          </button>`
        : html`<p class="note warn">${icon('junk')}${words.adminOnly[language]}</p>`
    }
  </li>`;
}
