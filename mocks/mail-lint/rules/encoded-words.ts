import { encodedWordsIn, isCharset } from '../encoded-words.ts';
import { type LintRule, when } from '../rule.ts';

const wordCharactersMax = 75;

export const encodedWordRules: readonly LintRule[] = [
  {
    rule: 'header-8bit',
    severity: 'warning',
    found: {
      ja: 'ヘッダに、符号化していない日本語などの文字があります（{field}）。',
      en: 'The header holds characters beyond ASCII as they are ({field}).',
    },
    advice: {
      ja: 'RFC 2047の形（=?UTF-8?B?…?=）で書いてください。受け取りを拒否されるか、文字化けします。',
      en: 'Encode them (=?UTF-8?B?…?=): hosts refuse such a header, or the reader sees mojibake.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc2047 ; https://www.rfc-editor.org/rfc/rfc6532 (with SMTPUTF8 alone)',
    find: ({ section }) => {
      const line = section.split('\r\n').find((each) => /[\x80-\xff]/.test(each));
      return when(line !== undefined, { field: /^[!-9;-~]+/.exec(line ?? '')?.[0] ?? '…' });
    },
  },
  {
    rule: 'word-split',
    severity: 'warning',
    found: {
      ja: '符号化した語が、文字の途中で切れています（{word}）。',
      en: 'An encoded-word ends inside a character ({word}).',
    },
    advice: {
      ja: '1語ずつ文字の切れ目で分けてください。件名のその位置が「??」のように化けるメールソフトがあります。',
      en: 'Let every word hold whole characters: programs that decode word by word show "??" there.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc2047#section-5 (the last paragraph)',
    find: ({ section }) =>
      encodedWordsIn(section)
        .filter(({ charset, text }) => isCharset(charset) && text === undefined)
        .map(({ word }) => ({ word })),
  },
  {
    rule: 'word-charset-unknown',
    severity: 'error',
    found: {
      ja: '符号化した語の文字コード「{charset}」は、メールソフトの知らない名前です。',
      en: 'An encoded-word names the charset "{charset}", which no program knows.',
    },
    advice: { ja: 'UTF-8で書いてください。', en: 'Write UTF-8.' },
    source: 'https://www.rfc-editor.org/rfc/rfc2047#section-2',
    find: ({ section }) =>
      [...new Set(encodedWordsIn(section).map(({ charset }) => charset))]
        .filter((charset) => !isCharset(charset))
        .map((charset) => ({ charset })),
  },
  {
    rule: 'word-too-long',
    severity: 'notice',
    found: {
      ja: `符号化した語が${wordCharactersMax}文字を超えています（{word}）。`,
      en: `An encoded-word is longer than ${wordCharactersMax} characters ({word}).`,
    },
    advice: {
      ja: '75文字以内の語に分けてください。途中で折り返されると、そのままの記号で表示されます。',
      en: 'Divide it: when a host wraps it, the reader sees the code instead of the text.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc2047#section-2',
    find: ({ section }) =>
      encodedWordsIn(section)
        .filter(({ word }) => word.length > wordCharactersMax)
        .map(({ word }) => ({ word })),
  },
  {
    rule: 'word-in-quotes',
    severity: 'warning',
    found: {
      ja: '符号化した語が引用符の中にあります（{word}）。',
      en: 'An encoded-word stands inside quotation marks ({word}).',
    },
    advice: {
      ja: '引用符を外してください。記号のまま表示するメールソフトがあります。',
      en: 'Leave the quotation marks out: programs show the code as it is.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc2047#section-5 (it must not appear within a quoted-string)',
    find: ({ section }) => {
      const found = /"[^"\r\n]{0,200}(=\?[^?\s]{1,40}\?[bq]\?[^?\s"]{0,200}\?=)[^"\r\n]{0,200}"/i.exec(section);
      return when(found !== null, { word: found?.[1] ?? '' });
    },
  },
];
