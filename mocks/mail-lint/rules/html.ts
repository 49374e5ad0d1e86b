import { readableText } from '../../mailbox/index.ts';
import { inkFaults } from '../html-ink.ts';
import { pixels, type Tag } from '../html-tags.ts';
import type { Letter } from '../letter.ts';
import { type LintRule, when } from '../rule.ts';

/** assumption: the widest phone is 430 CSS pixels wide. */
const phonePixels = 430;
const readablePixels = 12;
/** assumption: so few letters say nothing. */
const hardlyAnyText = 20;
/** assumption: where Gmail cuts a body off with "メッセージの一部が表示されています". */
const clippedBytes = 102 * 1024;

const activeTags = new Set(['script', 'iframe', 'object', 'embed', 'applet', 'frame', 'frameset']);

function starts({ tags }: Letter, ...names: readonly string[]): readonly Tag[] {
  return tags.filter(({ name, isEnd }) => !isEnd && names.includes(name));
}

function isEventHandler(name: string): boolean {
  return /^on[a-z]{3,20}$/.test(name);
}

/** The pixels that an element claims, whatever the screen has. */
function fixedWidth({ name, attributes, style }: Tag): number {
  const attribute = name === 'table' || name === 'td' || name === 'img' ? pixels(attributes.get('width')) : 0;
  const isBound = style.has('max-width');
  return Math.max(
    isBound ? 0 : (attribute ?? 0),
    isBound ? 0 : (pixels(style.get('width')) ?? 0),
    pixels(style.get('min-width')) ?? 0,
  );
}

export const htmlRules: readonly LintRule[] = [
  {
    rule: 'text-missing',
    severity: 'warning',
    found: { ja: 'HTMLだけで、テキストの本文がありません。', en: 'There is HTML alone, and no plain text.' },
    advice: {
      ja: 'multipart/alternativeで、テキストの本文も付けてください。HTMLを表示しない設定の学生が読めません。',
      en: 'Send plain text too, as multipart/alternative: not everybody reads HTML.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc2046#section-5.1.4',
    find: ({ text, html }) => when(html.trim() !== '' && text.trim() === ''),
  },
  {
    rule: 'html-active',
    severity: 'error',
    found: { ja: 'HTMLに動くもの（{what}）があります。', en: 'The HTML holds something that runs ({what}).' },
    advice: {
      ja: '取り除いてください。どのメールソフトでも動かず、危険なメールとして止められます。',
      en: 'Take it out: no mail program runs it, and filters stop it as dangerous.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc2046#section-4.1.2 ; assumption: filters count it',
    find: ({ tags }) => {
      const found = tags.filter(({ isEnd }) => !isEnd);
      const active = found.flatMap(({ name, attributes }) => [
        ...(activeTags.has(name) ? [`<${name}>`] : []),
        ...[...attributes].filter(([key]) => isEventHandler(key)).map(([key]) => `${key}=`),
        ...(/^\s*javascript:/i.test(attributes.get('href') ?? '') ? ['javascript:'] : []),
      ]);
      return [...new Set(active)].map((what) => ({ what }));
    },
  },
  {
    rule: 'html-form',
    severity: 'warning',
    found: { ja: 'HTMLに入力欄（フォーム）があります。', en: 'The HTML holds a form.' },
    advice: {
      ja: 'Webページへのリンクにしてください。多くのメールソフトで動かず、入力させるメールは詐欺と疑われます。',
      en: 'Link to a page instead: most programs do not send it, and mail that asks to type is taken for fraud.',
    },
    source: 'assumption: mail programs block forms; no single source',
    find: (letter) => when(starts(letter, 'form', 'input', 'textarea', 'select').length > 0),
  },
  {
    rule: 'html-external-style',
    severity: 'warning',
    found: { ja: '外部のCSSに頼っています。', en: 'The HTML needs an external style sheet.' },
    advice: {
      ja: 'style属性に直接書いてください。メールソフトは外部のファイルを読み込みません。',
      en: 'Write styles into the elements: mail programs load no files.',
    },
    source: 'assumption: mail programs load no style sheets; no single source',
    find: (letter) =>
      when(
        starts(letter, 'link').some(({ attributes }) => /stylesheet/i.test(attributes.get('rel') ?? '')) ||
          /@import\b/i.test(letter.html),
      ),
  },
  {
    rule: 'html-images-only',
    severity: 'warning',
    found: {
      ja: '文字がほとんどなく、画像（{count}枚）だけです。',
      en: 'There is hardly any text, only pictures ({count}).',
    },
    advice: {
      ja: '用件とリンクを文字で書いてください。画像を表示しない設定では、何も読めません。',
      en: 'Write what it is about, and the link, as text: with pictures off there is nothing to read.',
    },
    source: 'assumption: many programs leave pictures off; no single source',
    find: (letter) => {
      const count = starts(letter, 'img').length;
      return when(count > 0 && readableText(letter.html).trim().length < hardlyAnyText, { count });
    },
  },
  {
    rule: 'html-remote-images',
    severity: 'notice',
    found: {
      ja: '外部から読み込む画像が{count}枚あります。',
      en: 'Pictures that are loaded from elsewhere: {count}.',
    },
    advice: {
      ja: '画像がなくても意味が通るようにしてください。表示しない設定が多く、開封の追跡とも疑われます。',
      en: 'Let it make sense without: many programs do not load them, and they look like tracking.',
    },
    source: 'assumption: many programs leave pictures off; no single source',
    find: (letter) => {
      const count = starts(letter, 'img').filter(({ attributes }) =>
        /^https?:/i.test(attributes.get('src') ?? ''),
      ).length;
      return when(count > 0, { count });
    },
  },
  {
    rule: 'image-alt-missing',
    severity: 'warning',
    found: {
      ja: '代替テキスト（alt）のない画像が{count}枚あります。',
      en: 'Pictures without alternative text (alt): {count}.',
    },
    advice: {
      ja: '画像の内容をaltに書いてください。飾りの画像は alt="" にします。',
      en: 'Say in alt what they show; decoration has alt="".',
    },
    source: 'https://www.w3.org/TR/WCAG22/#non-text-content',
    find: (letter) => {
      const count = starts(letter, 'img').filter(({ attributes }) => !attributes.has('alt')).length;
      return when(count > 0, { count });
    },
  },
  {
    rule: 'html-too-wide',
    severity: 'warning',
    found: {
      ja: `幅{width}pxに固定された部分があり、スマートフォンの画面（最大${phonePixels}px）からはみ出します。`,
      en: `A part is {width} px wide, more than a phone’s screen (${phonePixels} px at most).`,
    },
    advice: {
      ja: '幅は max-width と % で指定してください。',
      en: 'Use max-width and per cent.',
    },
    source: `assumption: the widest phone has ${phonePixels} CSS pixels`,
    find: ({ tags }) => {
      const width = tags.reduce((widest, tag) => Math.max(widest, fixedWidth(tag)), 0);
      return when(width > phonePixels, { width: Math.round(width) });
    },
  },
  {
    rule: 'html-viewport-missing',
    severity: 'notice',
    found: { ja: 'viewportの指定がありません。', en: 'There is no viewport.' },
    advice: {
      ja: '<meta name="viewport" content="width=device-width, initial-scale=1"> を入れてください。文字が小さく表示される端末があります。',
      en: 'Add <meta name="viewport" content="width=device-width, initial-scale=1">: some phones shrink the text without.',
    },
    source: 'https://www.w3.org/TR/css-viewport-1/',
    find: (letter) =>
      when(
        letter.html.trim() !== '' &&
          !starts(letter, 'meta').some(({ attributes }) => attributes.get('name')?.toLowerCase() === 'viewport'),
      ),
  },
  {
    rule: 'html-tiny-text',
    severity: 'warning',
    found: { ja: '{size}pxの小さな文字があります。', en: 'There is text of {size} px.' },
    advice: {
      ja: `${readablePixels}px以上、本文は16px程度にしてください。`,
      en: `Use ${readablePixels} px or more, about 16 for the body.`,
    },
    source: `assumption: below ${readablePixels} px nobody reads on a phone`,
    find: ({ tags }) => {
      const sizes = tags.flatMap(({ style }) => pixels(style.get('font-size')) ?? []).filter((size) => size > 0);
      const smallest = sizes.reduce((least, size) => Math.min(least, size), readablePixels);
      return when(smallest < readablePixels, { size: Math.round(smallest) });
    },
  },
  {
    rule: 'html-dark-mode',
    severity: 'warning',
    found: {
      ja: '文字色（{colour}）だけが指定され、背景色がありません。',
      en: 'A text colour ({colour}) stands without a background.',
    },
    advice: {
      ja: '背景色も一緒に指定するか、どちらも指定しないでください。ダークモードで、文字が背景に埋もれて読めなくなります。',
      en: 'Give a background as well, or neither: in dark mode the text vanishes into it.',
    },
    source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F24',
    find: ({ tags }) => inkFaults(tags).map((colour) => ({ colour })),
  },
  {
    rule: 'html-clipped',
    severity: 'warning',
    found: {
      ja: 'HTMLが102KBを超えています（{kilobytes}KB）。',
      en: 'The HTML is larger than 102 KB ({kilobytes} KB).',
    },
    advice: {
      ja: '小さくしてください。Gmailでは途中で切れ、下のリンクが見えません。',
      en: 'Make it smaller: Gmail cuts it off, and what stands below with it.',
    },
    source: 'assumption: Gmail clips at 102 KB; Google publishes no figure',
    find: ({ html }) => {
      const size = Buffer.byteLength(html);
      return when(size > clippedBytes, { kilobytes: Math.ceil(size / 1024) });
    },
  },
];
