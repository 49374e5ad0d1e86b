import type { Letter } from '../letter.ts';
import { type LintRule, when } from '../rule.ts';

const lineOctetsMax = 998;
const lineCharactersAdvised = 78;

/** The number of the first line that is longer than so many octets, its end not counted; 0 when there is none. */
function longLine({ bytes }: Letter, octetsMax: number): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
    if (end - start - (bytes[end - 1] === 0x0d ? 1 : 0) > octetsMax) return line;
    start = end + 1;
    line += 1;
  }
  return bytes.length - start > octetsMax ? line : 0;
}

/** The number of the first line that ends in one of CR and LF alone; 0 when there is none. */
function bareEnd({ bytes }: Letter): number {
  const found = /(?<!\r)\n|\r(?!\n)/.exec(bytes.toString('latin1'));
  if (found === null) return 0;
  return bytes.toString('latin1', 0, found.index).split('\r\n').length;
}

export const lineRules: readonly LintRule[] = [
  {
    rule: 'bare-line-end',
    severity: 'error',
    found: {
      ja: '{line}行目の改行がCRLFではありません（CRかLFだけです）。',
      en: 'Line {line} ends in CR or LF alone, not in CRLF.',
    },
    advice: {
      ja: 'メールの改行はすべてCRLFにしてください。受け取りを拒否するサーバがあり、DKIM署名も壊れます。',
      en: 'End every line with CRLF: hosts refuse anything else, and a DKIM signature breaks when one mends it.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc5321#section-2.3.8',
    find: (letter) => {
      const line = bareEnd(letter);
      return when(line > 0, { line });
    },
  },
  {
    rule: 'line-too-long',
    severity: 'error',
    found: {
      ja: `{line}行目が${lineOctetsMax}バイトを超えています。`,
      en: `Line {line} is longer than ${lineOctetsMax} bytes.`,
    },
    advice: {
      ja: '本文をbase64かquoted-printableで送ってください。docomoは「500 Line Too Long」で拒否します。',
      en: 'Send the body as base64 or quoted-printable: docomo refuses such a line with "500 Line Too Long".',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1 ; https://note.com/sendmagic/n/neb6bbe7e51cf',
    find: (letter) => {
      const line = longLine(letter, lineOctetsMax);
      return when(line > 0, { line });
    },
  },
  {
    rule: 'line-over-78',
    severity: 'notice',
    found: {
      ja: `{line}行目が${lineCharactersAdvised}文字を超えています。`,
      en: `Line {line} is longer than ${lineCharactersAdvised} characters.`,
    },
    advice: {
      ja: '1行は78文字以内が望まれます。途中で折り返され、リンクが切れることがあります。',
      en: 'Lines should have 78 characters at most: programs wrap longer ones, and a link in them breaks.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1',
    find: (letter) => {
      const line = longLine(letter, lineCharactersAdvised);
      return when(line > 0, { line });
    },
  },
  {
    rule: 'nul',
    severity: 'error',
    found: { ja: 'NUL文字（0x00）が含まれています。', en: 'The mail holds a NUL character (0x00).' },
    advice: {
      ja: 'NUL文字を取り除くか、その部分をbase64で送ってください。',
      en: 'Remove it, or send that part as base64.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc5322#section-4',
    find: ({ bytes }) => when(bytes.includes(0)),
  },
];
