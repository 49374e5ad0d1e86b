import type { Bilingual } from '#sim/errors';
import { encodedWordsIn, isCharset, strictText } from '../encoded-words.ts';
import { halfWidthKana, readJis } from '../japanese-text.ts';
import type { Letter } from '../letter.ts';
import { type LintRule, when } from '../rule.ts';

const utf8Advice: Bilingual = {
  ja: 'UTF-8で書き、「Content-Type: text/plain; charset=UTF-8」と、base64かquoted-printableで送ってください。',
  en: 'Write UTF-8, declare it ("charset=UTF-8"), and send it as base64 or quoted-printable.',
};
const legacy = /^(?:iso-2022-jp|shift_jis|euc-jp|windows-31j|cp932|x-sjis)/i;

function hasHighBytes(content: Buffer): boolean {
  return content.some((byte) => byte > 0x7f);
}

/** What a reader sees of the mail: the subject, the name and the bodies. */
function seen({ subject, from, text, html }: Letter): string {
  return `${subject}\n${from.name}\n${text}\n${html}`;
}

/** Every run of bytes that stands in ISO-2022-JP, of parts and of the header. */
function jisContents({ parts, section }: Letter): readonly Buffer[] {
  return [...parts, ...encodedWordsIn(section)]
    .filter(({ charset }) => /^iso-2022-jp/i.test(charset))
    .map(({ content }) => content);
}

export const charsetRules: readonly LintRule[] = [
  {
    rule: 'charset-missing',
    severity: 'error',
    found: {
      ja: '{part} に日本語などの文字がありますが、charsetがありません。',
      en: '{part} holds more than ASCII and declares no charset.',
    },
    advice: utf8Advice,
    source: 'https://www.rfc-editor.org/rfc/rfc2046#section-4.1.2',
    find: ({ parts }) =>
      parts
        .filter(({ charset, content }) => charset === '' && hasHighBytes(content))
        .map(({ mediaType }) => ({ part: mediaType })),
  },
  {
    rule: 'charset-unknown',
    severity: 'error',
    found: {
      ja: '{part} のcharset「{charset}」は、メールソフトの知らない名前です。',
      en: '{part} declares the charset "{charset}", which no program knows.',
    },
    advice: utf8Advice,
    source: 'https://www.rfc-editor.org/rfc/rfc2046#section-4.1.2',
    find: ({ parts }) =>
      parts
        .filter(({ charset }) => charset !== '' && !isCharset(charset))
        .map(({ mediaType, charset }) => ({ part: mediaType, charset })),
  },
  {
    rule: 'charset-wrong',
    severity: 'error',
    found: {
      ja: '{part} の中身は、宣言したcharset「{charset}」として読めません。',
      en: 'The bytes of {part} are no text in the charset that it declares, "{charset}".',
    },
    advice: {
      ja: '実際の文字コードとcharsetを合わせてください。文字化けして読めません。',
      en: 'Declare what the bytes really are: the reader sees mojibake.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc2046#section-4.1.2',
    find: ({ parts }) =>
      parts
        .filter(
          ({ charset, content }) => charset !== '' && isCharset(charset) && strictText(content, charset) === undefined,
        )
        .map(({ mediaType, charset }) => ({ part: mediaType, charset })),
  },
  {
    rule: 'eight-bit-undeclared',
    severity: 'warning',
    found: {
      ja: '{part} に8ビットの文字がありますが、Content-Transfer-Encodingがありません。',
      en: '{part} holds 8-bit characters without a Content-Transfer-Encoding.',
    },
    advice: {
      ja: 'base64かquoted-printableで送ってください。途中のサーバが8ビット目を落とすことがあります。',
      en: 'Send it as base64 or quoted-printable: a host on the way may cut the eighth bit off.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc2045#section-6.2',
    find: ({ parts }) =>
      parts
        .filter(({ encoding, content }) => (encoding === '' || encoding === '7bit') && hasHighBytes(content))
        .map(({ mediaType }) => ({ part: mediaType })),
  },
  {
    rule: 'jis-extension',
    severity: 'warning',
    found: {
      ja: 'ISO-2022-JPに、NECやIBMの拡張文字（①・㈱・髙・﨑など）があります。',
      en: 'ISO-2022-JP holds characters of NEC and IBM (①, ㈱, 髙, 﨑) that it does not have.',
    },
    advice: {
      ja: 'UTF-8で送ってください。厳密なメールソフトでは、氏名のこれらの文字が消えるか「〓」になります。',
      en: 'Send UTF-8: strict programs lose those characters of a name, or show 〓.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc1468 ; https://t-tkzw.hatenadiary.org/entry/20100228',
    find: (letter) => when(jisContents(letter).some((content) => readJis(content).hasExtensions)),
  },
  {
    rule: 'jis-half-width-kana',
    severity: 'warning',
    found: {
      ja: 'ISO-2022-JPに半角カナがあります。',
      en: 'ISO-2022-JP holds half-width kana, which it does not have.',
    },
    advice: { ja: '全角カナで書くか、UTF-8で送ってください。', en: 'Write full-width kana, or send UTF-8.' },
    source: 'https://www.rfc-editor.org/rfc/rfc1468',
    find: (letter) => when(jisContents(letter).some((content) => readJis(content).hasHalfWidthKana)),
  },
  {
    rule: 'half-width-kana',
    severity: 'notice',
    found: { ja: '半角カナがあります（{text}）。', en: 'There is half-width kana ({text}).' },
    advice: {
      ja: '全角カナにすると、検索で見つかり、古い端末でも化けません。',
      en: 'Full-width kana is found by a search, and old phones show it.',
    },
    source: 'assumption: half-width kana breaks in programs that think in ISO-2022-JP',
    find: (letter) => {
      const found = new RegExp(`${halfWidthKana.source}{1,20}`).exec(seen(letter));
      return when(found !== null, { text: found?.[0] ?? '' });
    },
  },
  {
    rule: 'wave-dash',
    severity: 'notice',
    found: {
      ja: '波ダッシュが2種類（〜 U+301C と ～ U+FF5E）混ざっているか、古い文字コードで送られています。',
      en: 'Both wave dashes (〜 U+301C, ～ U+FF5E) stand in the mail, or one in a legacy charset.',
    },
    advice: {
      ja: 'UTF-8で、どちらか一方にそろえてください。文字コードの変換で別の字になり、検索や照合に失敗します。',
      en: 'Send UTF-8 and keep to one: conversions take one for the other, and searches fail.',
    },
    source: 'https://t-tkzw.hatenadiary.org/entry/20100228',
    find: (letter) => {
      const text = seen(letter);
      const isLegacy = [...letter.parts, ...encodedWordsIn(letter.section)].some(({ charset }) => legacy.test(charset));
      return when(isLegacy ? /[〜～]/.test(text) : text.includes('〜') && text.includes('～'));
    },
  },
  {
    rule: 'character-lost',
    severity: 'warning',
    found: {
      ja: '文字が失われた跡（{mark}）があります。',
      en: 'A mark of lost characters stands in the mail ({mark}).',
    },
    advice: {
      ja: '名簿や本文の元の文字を確かめ、UTF-8のまま送ってください。',
      en: 'Look at what the roster or the text had there, and keep it in UTF-8 all the way.',
    },
    source: 'https://encoding.spec.whatwg.org/#replacement ; assumption: 〓 is what Japanese programs put',
    find: (letter) => {
      const found = /[\ufffd〓]/.exec(seen(letter));
      return when(found !== null, { mark: found?.[0] === '〓' ? '〓' : 'U+FFFD' });
    },
  },
  {
    rule: 'beyond-bmp',
    severity: 'notice',
    found: {
      ja: '件名か差出人名に、絵文字や𠮷などの文字（{text}）があります。',
      en: 'The subject or the display name holds an emoji or a rare kanji ({text}).',
    },
    advice: {
      ja: '古い端末や、ISO-2022-JPに変換するサービスでは消えます。なくても意味が通るようにしてください。',
      en: 'Old phones and services that convert to ISO-2022-JP lose it: let the text make sense without.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc1468 (it has no such characters)',
    find: ({ subject, from }) => {
      const found = /[\u{10000}-\u{10ffff}]/u.exec(subject + from.name);
      return when(found !== null, { text: found?.[0] ?? '' });
    },
  },
];
