import type { Bilingual } from '#sim/errors';

/** HTML that is safe to put into a page: made only by {@link html}, so that nothing gets in unescaped. */
export class Markup {
  readonly #text: string;

  /** Only for text that this module, or a constant of ours, wrote. */
  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type Insert = Markup | string | number | undefined | readonly Insert[];

/** A piece of HTML; every inserted value that is no Markup is escaped, undefined is left out, lists are joined. */
export function html(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  return new Markup(
    strings
      .map((text, index) => text.replace(/\n\s*/g, '\n') + (index < inserts.length ? printed(inserts[index]) : ''))
      .join(''),
  );
}

/**
 * For text and for attributes in quotes alike. Characters that HTML has no place for (controls but tab and line ends,
 * halves of surrogate pairs) become U+FFFD: https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream
 */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replace(forbidden, '\ufffd');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Both languages; the page shows the one that its reader chose. */
export function both(text: Bilingual): Markup {
  if (text.ja === text.en) return html`<bdi>${text.ja}</bdi>`;
  return html`<span lang="ja">${text.ja}</span><span lang="en">${text.en}</span>`;
}

function printed(insert: Insert): string {
  if (insert === undefined) return '';
  if (typeof insert === 'string') return escapeHtml(insert);
  if (typeof insert === 'number' || insert instanceof Markup) return String(insert);
  return insert.map(printed).join('');
}
