import { hash } from 'node:crypto';
import type { Language } from '../../errors/index.ts';

/** Markup that was made by {@link html}, so that everything in it is escaped already. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Piece = string | number | Markup | readonly Markup[];

/** Markup with values in it; each is escaped unless it is markup (https://html.spec.whatwg.org/#syntax-text). */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const written = (piece: Piece): string => {
    if (piece instanceof Markup) return piece.text;
    if (typeof piece === 'object') return piece.map(({ text }) => text).join('');
    return String(piece).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
  };
  return new Markup(strings.reduce((text, string, at) => text + written(pieces[at - 1] ?? '') + string));
}

const simulation = { ja: 'シミュレーション / SIMULATION', en: 'SIMULATION' } as const;
const notReal = {
  ja: 'シミュレーションの画面です。実在の人や学校の証明にはなりません。',
  en: 'A page of a simulation: it proves nothing about anyone real.',
} as const;
const locales = { ja: 'ja_JP', en: 'en_US' } as const;

/** An app of a browser that takes a page over, where scripts run: the page says the same without one. */
export interface PageApp {
  /** What its head loads: styles and scripts of the page's own origin. */
  readonly head: string;
  /** The policy that lets them, as header; the one style of every page is to be added to it. */
  readonly policy: readonly string[];
}

export interface PageContent {
  readonly language: Language;
  readonly title: string;
  /** What stands where a link to the page is shown: https://ogp.me/ */
  readonly description?: string;
  /** The one address of the page. */
  readonly url?: string;
  readonly main: Markup;
  readonly app?: PageApp | undefined;
}

/** A page for people: no script of its own, nothing from elsewhere, readable on a phone, and marked as simulation. */
export function page(content: PageContent): string {
  const { language, title, main, app } = content;
  return `<!doctype html>
${
  html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – todoku</title>
${preview(content)}${new Markup(app?.head ?? '')}<style>${new Markup(pageStyle)}</style>
</head>
<body>
<header><span class="mark">${simulation[language]}</span> todoku</header>
<main>${main}</main>
<footer>${notReal[language]}</footer>
</body>
</html>`.text
}
`;
}

function preview({ language, title, description, url }: PageContent): Markup {
  const meta = (property: string, content: string): Markup =>
    html`<meta property="${property}" content="${content}">\n`;
  return html`${[
    ...(description === undefined ? [] : [html`<meta name="description" content="${description}">\n`]),
    meta('og:title', title),
    ...(description === undefined ? [] : [meta('og:description', description)]),
    ...(url === undefined ? [] : [meta('og:url', url)]),
    meta('og:type', 'website'),
    meta('og:site_name', 'todoku'),
    meta('og:locale', locales[language]),
  ]}`;
}

/** Instead of the policy of pages without scripts. The hash names the style: https://www.w3.org/TR/CSP3/#grammardef-hash-source */
export function appHeaders(app: PageApp | undefined): Readonly<Record<string, string>> {
  if (app === undefined) return {};
  const style = `'sha256-${hash('sha256', pageStyle, 'base64')}'`;
  const policy = app.policy.map((each) => (each.startsWith('style-src ') ? `${each} ${style}` : each));
  return { 'content-security-policy': [...policy, "frame-ancestors 'none'"].join('; ') };
}

/** The answer of an operation that a browser asked: the page, and what chose it. */
export function pageReply(content: PageContent): {
  readonly status: 200;
  readonly mediaType: 'text/html';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
} {
  const headers = {
    'content-language': content.language,
    vary: 'Accept, Accept-Language',
    ...appHeaders(content.app),
  };
  return { status: 200, mediaType: 'text/html', headers, body: page(content) };
}

/** The one style of every page, so that a policy can name it by its hash (https://www.w3.org/TR/CSP3/#match-element-to-source-list). */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --ground: #f6f7f9; --card: #fff; --line: #d0d7de; --accent: #0b5cad; --on-accent: #fff; --good: #1a6b33; --bad: #a40e26; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b1; --ground: #0d1117; --card: #161b22; --line: #30363d; --accent: #6cb6ff; --on-accent: #0d1117; --good: #57c278; --bad: #ff8b94; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.75 system-ui, "Hiragino Sans", "Noto Sans JP", "Yu Gothic", sans-serif; color: var(--ink); background: var(--ground); }
header { padding: .75rem 1.25rem; color: var(--soft); font-size: .875rem; }
.mark { border: 1px solid var(--line); border-radius: 999px; padding: .1rem .6rem; margin-right: .5rem; }
main, footer { width: min(40rem, 100% - 1.5rem); margin: 0 auto; }
main { padding: 1.5rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; overflow-wrap: anywhere; }
h1 { font-size: 1.375rem; line-height: 1.4; margin: 0 0 1rem; }
dt { color: var(--soft); font-size: .875rem; }
dd { margin: 0 0 .75rem; }
a { color: var(--accent); }
label { display: block; margin: .75rem 0 .25rem; }
input[type=email], input[type=password], input[type=text], textarea { width: 100%; min-height: 44px; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: .5rem; }
button, .button { display: inline-block; min-height: 44px; padding: .5rem 1.25rem; margin: 1rem .5rem 0 0; font: inherit; text-decoration: none; color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); border-radius: .5rem; cursor: pointer; }
button.second, .button.second { color: var(--accent); background: transparent; }
.about { color: var(--soft); font-size: .875rem; margin: 0 0 .25rem; }
.state { display: inline-block; padding: .1rem .75rem; border: 1px solid var(--line); border-radius: 999px; font-weight: 600; }
.state.good { color: var(--good); border-color: var(--good); }
.state.bad { color: var(--bad); border-color: var(--bad); }
.next { padding: .75rem 1rem; border-left: 4px solid var(--accent); background: var(--ground); border-radius: 0 .5rem .5rem 0; }
.next > :first-child { margin-top: 0; } .next > :last-child { margin-bottom: 0; }
h2 { font-size: 1rem; line-height: 1.4; margin: 1.75rem 0 .5rem; }
code { font: .875em ui-monospace, Menlo, Consolas, monospace; }
ul, ol { padding-left: 1.25rem; margin: .5rem 0; }
footer { padding: .75rem 1.25rem 2rem; color: var(--soft); font-size: .8125rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
