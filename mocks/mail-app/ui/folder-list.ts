import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.ts';
import { addressOf } from './place.ts';
import { type Acts, listPlace, type Screen } from './screen.ts';
import { words } from './words.ts';

/** The first page: whose mail there is. */
export function accountList({ accounts, look: { language } }: Screen): TemplateResult {
  return html`<section class="pane accounts" aria-labelledby="title">
    <header class="bar"><h1 id="title" tabindex="-1">${words.accounts[language]}</h1></header>
    ${accounts.length === 0 ? html`<p class="hint" data-testid="no-accounts">${words.noAccounts[language]}</p>` : nothing}
    <ul class="card">
      ${accounts.map(
        ({ mailbox, address, provider }) => html`<li>
          <a class="line" href=${addressOf({ type: 'list', mailbox, folder: 'inbox', tab: '' })} data-testid="account-${mailbox}">
            <span class="grow"><strong>${provider[language]}</strong><small>${address}</small></span>${icon('forward')}
          </a>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** The folders of a mailbox, as its provider calls them. */
export function folderList(screen: Screen, acts: Acts): TemplateResult {
  const { mailbox, place, accounts, look } = screen;
  const { language } = look;
  if (mailbox === undefined) return html``;
  const behind = listPlace(place);
  const current = behind.type === 'list' ? behind.folder : undefined;
  return html`<nav class="pane folders" aria-label=${words.folders[language]}>
    <header class="bar">
      ${
        accounts.length > 1
          ? html`<a class="button" href="#/" data-testid="to-accounts">${icon('back')}${words.accounts[language]}</a>`
          : nothing
      }
      <span class="grow"></span>
      <button type="button" class="button" data-testid="look" @click=${() => acts.show({ type: 'look' })}>
        ${icon('look')}<span class="unseen">${words.look[language]}</span>
      </button>
    </header>
    <div class="large"><h1>${mailbox.provider[language]}</h1><p>${mailbox.address}</p></div>
    <ul class="card">
      ${mailbox.folders.map(
        ({ folder, name, unread }) => html`<li>
          <a
            class="line"
            data-testid="folder-${folder}"
            href=${addressOf({ type: 'list', mailbox: mailbox.mailbox, folder, tab: '' })}
            aria-current=${folder === current ? 'page' : 'false'}
          >
            ${icon(folder)}<span class="grow">${name[language]}</span>
            ${unread > 0 ? html`<span class="count"><span class="unseen">${words.unread[language]} </span>${unread}</span>` : nothing}
            ${icon('forward')}
          </a>
        </li>`,
      )}
    </ul>
  </nav>`;
}
