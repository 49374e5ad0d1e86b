import { type HtmlToken, htmlTokens } from './html-tokens.ts';
import type { BlockedView } from './view.ts';

/** A mail's HTML written anew from what is harmless in it. */
export interface SafeHtml {
  readonly html: string;
  readonly blocked: BlockedView;
  /** Whether the mail says anything about colours: such a mail is shown as it was written, on white. */
  readonly hasColours: boolean;
  /** What its links have for an address, as it is written; the nth of them leads to `linksTo/n`. */
  readonly hrefs: readonly string[];
}

export interface SafeHtmlOptions {
  /** Below which every link leads instead, by its place: the page that answers a tap. */
  readonly linksTo: string;
  readonly showsImages: boolean;
  /** The `data:` address of an image that the mail carries along; undefined when it carries none of that Content-ID. */
  readonly inlineImage: (contentId: string) => string | undefined;
}

const elements = new Set(
  (
    'a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn ' +
    'dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre ' +
    'q rp rt ruby s samp section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);
const voids = new Set(['br', 'col', 'hr', 'img', 'wbr']);
const attributes = new Set(
  (
    'abbr align alt bgcolor border cellpadding cellspacing class color colspan dir face height hspace id lang nowrap ' +
    'reversed rowspan scope size span start style type valign value vspace width'
  ).split(' '),
);
/** Elements that go with all that is in them. */
const dropped = new Set(['svg', 'math', 'template', 'select', 'canvas']);
/** Elements that would act, or fetch; what stands in them may stay. */
const active = new Set(
  'script form input button textarea select option object embed applet iframe frame frameset base'.split(' '),
);
const fetching = new Set(['embed', 'object', 'iframe', 'frame', 'link', 'audio', 'video', 'source', 'track', 'input']);

/** Nobody reads further: what is beyond is not shown. */
const lettersMax = 1_000_000;

/** Raster images only; an SVG is a document. */
const dataImage = /^data:image\/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*$/i;

/**
 * Rewrites a mail's HTML: known elements and attributes, every value quoted and escaped; no script, form, frame or
 * address on another host. It is the first of three walls: the frame that shows it has no scripts and no origin, and
 * its policy fetches nothing (see mail-page).
 */
export function safeHtml(html: string, options: SafeHtmlOptions): SafeHtml {
  const writer = new Writer(options);
  for (const token of htmlTokens(html.slice(0, lettersMax))) writer.take(token);
  return writer.finished();
}

class Writer {
  readonly #options: SafeHtmlOptions;
  readonly #written: string[] = [];
  #remote = 0;
  #active = 0;
  #hasColours = false;
  readonly #hrefs: string[] = [];
  /** The element that is being dropped, and how many of its name are open. */
  #dropping: { readonly name: string; depth: number } | undefined;

  constructor(options: SafeHtmlOptions) {
    this.#options = options;
  }

  take(token: HtmlToken): void {
    if (this.#dropping !== undefined && this.#isDropped(token, this.#dropping)) return;
    if (token.type === 'text') this.#written.push(escaped(token.text));
    else if (token.type === 'raw') this.#raw(token);
    else if (token.type === 'open') this.#open(token.name, token.attributes);
    else if (token.name === 'body') this.#written.push('</div>');
    else if (elements.has(token.name) && !voids.has(token.name)) this.#written.push(`</${token.name}>`);
  }

  finished(): SafeHtml {
    const blocked = { remote: this.#remote, active: this.#active };
    return { html: this.#written.join(''), blocked, hasColours: this.#hasColours, hrefs: this.#hrefs };
  }

  #isDropped(token: HtmlToken, dropping: { readonly name: string; depth: number }): boolean {
    if (token.type === 'open' && token.name === dropping.name) dropping.depth += 1;
    if (token.type === 'close' && token.name === dropping.name) dropping.depth -= 1;
    if (dropping.depth === 0) this.#dropping = undefined;
    return true;
  }

  #raw({ name, text }: { readonly name: string; readonly text: string }): void {
    if (active.has(name)) this.#active += 1;
    if (fetching.has(name)) this.#remote += 1;
    if (name !== 'style') return;
    // The end of the element would end it: `<` has no use in a style sheet.
    this.#written.push(`<style>${this.#style(text).replaceAll('<', ' ')}</style>`);
  }

  #open(name: string, given: ReadonlyMap<string, string>): void {
    // Most of what a mail has of <meta> says its charset.
    const leadsAway = name === 'meta' && /refresh/i.test(given.get('http-equiv') ?? '');
    if (active.has(name) || leadsAway) this.#active += 1;
    if (fetching.has(name) && isRemote(given.get('src') ?? given.get('data') ?? given.get('href') ?? '')) {
      this.#remote += 1;
    }
    if (dropped.has(name)) this.#dropping = { name, depth: 1 };
    else if (name === 'img') this.#image(given);
    else if (name === 'body') this.#written.push(`<div${this.#attributes(given)}>`);
    else if (elements.has(name)) {
      const href = name === 'a' ? this.#link(given.get('href') ?? '') : '';
      this.#written.push(`<${name}${href}${this.#attributes(given)}>`);
    }
  }

  #link(href: string): string {
    if (!/^\s*https?:/i.test(href)) return '';
    const nth = this.#hrefs.push(href) - 1;
    return ` href="${escaped(this.#options.linksTo)}/${nth}"`;
  }

  #image(given: ReadonlyMap<string, string>): void {
    const source = (given.get('src') ?? '').trim();
    const inline = /^cid:/i.test(source) ? this.#options.inlineImage(source.slice(4)) : source;
    if (inline !== undefined && dataImage.test(inline) && this.#options.showsImages) {
      this.#written.push(`<img src="${escaped(inline)}"${this.#attributes(given)}>`);
      return;
    }
    if (source !== '' && !/^(?:cid|data):/i.test(source)) this.#remote += 1;
    // A pixel is there to be fetched, not to be seen.
    if (['width', 'height'].some((side) => Number(given.get(side) ?? 99) <= 2)) return;
    const alt = (given.get('alt') ?? '').trim();
    this.#written.push(`<span class="todoku-no-image" role="img">${escaped(alt)}</span>`);
  }

  #attributes(given: ReadonlyMap<string, string>): string {
    let written = '';
    for (const [name, value] of given) {
      if (name === 'background' && isRemote(value)) this.#remote += 1;
      if (name === 'background' || name === 'bgcolor' || name === 'color') this.#hasColours = true;
      if (!attributes.has(name)) continue;
      written += ` ${name}="${escaped(name === 'style' ? this.#style(value) : value)}"`;
    }
    return written;
  }

  /** Without what fetches. The policy of the page holds where this list does not. */
  #style(css: string): string {
    if (/(?:^|[^-\w])(?:background|color)\b/i.test(css)) this.#hasColours = true;
    // Escapes would hide a function's name: https://www.w3.org/TR/css-syntax-3/#escaping
    return css.replaceAll('\\', '').replace(/(?:url|src|image(?:-set)?|cross-fade)\s*\(|@import/gi, (found) => {
      this.#remote += 1;
      return found.startsWith('@') ? '@no-import' : 'none(';
    });
  }
}

function isRemote(address: string): boolean {
  return /^\s*(?:https?:|\/\/|ftp:)/i.test(address);
}

/** As text or between quotes. Character references stay what they are: they never become syntax. */
function escaped(source: string): string {
  return source.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
