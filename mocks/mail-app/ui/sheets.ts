import { html, type TemplateResult } from 'lit';
import { subjectZenkaku } from '../subject-cut.ts';
import { icon } from './icons.ts';
import type { Look } from './look.ts';
import { type Acts, folderOf, type Screen, type Sheet } from './screen.ts';
import { type Language, say, words } from './words.ts';

/** What stands in front of the rest, in a dialog. */
export function sheetView(screen: Screen, sheet: Sheet, acts: Acts): TemplateResult {
  const { language } = screen.look;
  switch (sheet.type) {
    case 'links':
      return linkList(screen, acts);
    case 'link':
      return linkQuestion(sheet.link, language, acts);
    case 'move':
      return moveList(screen, acts);
    case 'look':
      return lookForm(screen.look, acts);
    case 'delete':
      return question(words.deleteAsk[language], words.deleteForGood[language], language, acts, () =>
        acts.act('delete'),
      );
    case 'empty-trash': {
      const trash = folderOf(screen, 'trash');
      const values = { folder: trash?.name[language] ?? '', count: trash?.messages ?? 0 };
      const text = say(words.emptyTrashAsk, language, values);
      return question(text, words.emptyTrash[language], language, acts, () => acts.emptyTrash());
    }
  }
}

function head(title: string, language: Language, acts: Acts): TemplateResult {
  return html`<header class="bar">
    <h2 id="sheet-title" class="grow">${title}</h2>
    <button type="button" class="button" data-testid="sheet-close" @click=${() => acts.show(undefined)}>
      ${words.close[language]}
    </button>
  </header>`;
}

function question(text: string, yes: string, language: Language, acts: Acts, run: () => void): TemplateResult {
  return html`<h2 id="sheet-title" class="ask">${text}</h2>
    <div class="answers">
      <button type="button" class="button solid danger" data-testid="sheet-yes" @click=${run}>${yes}</button>
      <button type="button" class="button plain" data-testid="sheet-close" @click=${() => acts.show(undefined)}>
        ${words.cancel[language]}
      </button>
    </div>`;
}

/** Every link of the mail: the host in full, the rest as far as it fits. */
function linkList({ mail, look: { language } }: Screen, acts: Acts): TemplateResult {
  return html`${head(words.links[language], language, acts)}
    <ul class="card">
      ${(mail?.links ?? []).map(
        (link, index) => html`<li>
          <button type="button" class="line" data-testid="link-${index}" @click=${() => acts.tapLink(link)}>
            ${icon('link')}<span class="grow cut"><strong>${hostOf(link)}</strong><small>${link}</small></span>${icon('forward')}
          </button>
        </li>`,
      )}
    </ul>`;
}

/** Nothing is opened before its whole address was shown. */
function linkQuestion(link: string, language: Language, acts: Acts): TemplateResult {
  return html`<h2 id="sheet-title" class="ask">${words.linkAsk[language]}</h2>
    <dl class="where">
      <dt>${words.linkHost[language]}</dt>
      <dd data-testid="link-host"><strong>${hostOf(link)}</strong></dd>
      <dd class="address" data-testid="link-address" tabindex="0">${link}</dd>
    </dl>
    <div class="answers">
      <a
        class="button solid"
        data-testid="link-open"
        href=${/^https?:\/\//i.test(link) ? link : '#'}
        target="_blank"
        rel="noopener noreferrer"
        @click=${() => acts.show(undefined)}
        >${words.open[language]}</a
      >
      <button type="button" class="button plain" data-testid="sheet-close" @click=${() => acts.show(undefined)}>
        ${words.cancel[language]}
      </button>
    </div>`;
}

/** As the browser will read it: a foreign script shows as `xn--…`. */
function hostOf(link: string): string {
  return URL.parse(link)?.host ?? link;
}

function moveList({ mailbox, mail, look: { language } }: Screen, acts: Acts): TemplateResult {
  return html`${head(words.moveTo[language], language, acts)}
    <ul class="card">
      ${(mailbox?.folders ?? [])
        .filter(({ folder }) => folder !== mail?.folder)
        .map(
          ({ folder, name }) => html`<li>
            <button type="button" class="line" data-testid="move-${folder}" @click=${() => acts.move(folder)}>
              ${icon(folder)}<span class="grow">${name[language]}</span>
            </button>
          </li>`,
        )}
    </ul>`;
}

function lookForm(look: Look, acts: Acts): TemplateResult {
  const { language } = look;
  const { min, max } = subjectZenkaku;
  const lengths = [...new Set([min, 21, 24, 28, 32, max, look.subjectZenkaku])].sort((a, b) => a - b);
  const box = (id: string, text: string, isOn: boolean, change: (isOn: boolean) => Look): TemplateResult =>
    html`<label class="line">
      <span class="grow">${text}</span>
      <input
        type="checkbox"
        data-testid=${id}
        .checked=${isOn}
        @change=${(event: Event) => acts.set(change((event.target as HTMLInputElement).checked))}
      />
    </label>`;
  const list = (
    id: string,
    text: string,
    options: readonly (readonly [string, string])[],
    value: string,
    change: (value: string) => Look,
  ) =>
    html`<label class="line">
      <span class="grow">${text}</span>
      <select data-testid=${id} @change=${(event: Event) => acts.set(change((event.target as HTMLSelectElement).value))}>
        ${options.map(([option, name]) => html`<option value=${option} ?selected=${option === value}>${name}</option>`)}
      </select>
    </label>`;
  return html`${head(words.look[language], language, acts)}
    <div class="card">
      ${list(
        'look-subject',
        words.subjectLength[language],
        lengths.map((length) => [String(length), String(length)] as const),
        String(look.subjectZenkaku),
        (value) => ({ ...look, subjectZenkaku: Number(value) }),
      )}
      ${box('look-text', words.asText[language], look.asText, (isOn) => ({ ...look, asText: isOn }))}
      ${box('look-images', words.withImages[language], look.showsImages, (isOn) => ({ ...look, showsImages: isOn }))}
      ${list(
        'look-language',
        words.language[language],
        [
          ['ja', '日本語'],
          ['en', 'English'],
        ],
        language,
        (value) => ({ ...look, language: value === 'en' ? 'en' : 'ja' }),
      )}
    </div>`;
}
