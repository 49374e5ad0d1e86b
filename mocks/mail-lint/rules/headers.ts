import { addressesOf, fieldOf } from '../../mailbox/index.ts';
import type { Letter } from '../letter.ts';
import { type LintRule, when } from '../rule.ts';

/** https://www.rfc-editor.org/rfc/rfc5322#section-3.6 : what stands once at most. */
const singleFields = ['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Date', 'Message-ID', 'In-Reply-To', 'Subject'];

function countOf({ header }: Letter, name: string): number {
  return header.filter((field) => field.name === name.toLowerCase()).length;
}

/** Lines of the header that are neither `Name: value` nor the rest of a folded one. */
function brokenLines({ section }: Letter): readonly string[] {
  return section
    .split('\r\n')
    .filter((line, index) => line !== '' && (index === 0 || !/^[ \t]/.test(line)) && !/^[!-9;-~]{1,200}:/.test(line));
}

/** https://www.rfc-editor.org/rfc/rfc5322#section-3.3 , with the zones that old programs wrote. */
const dateField =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),\s*)?\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{4}\s+\d{2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|GMT|UT|[A-Z]{3})(?:\s*\([^()]{0,40}\))?$/i;

function isDate(value: string): boolean {
  return dateField.test(value) && !Number.isNaN(Date.parse(value));
}

/** A mail that a machine sends to one person: its notices, no letters of a list. */
function isNotice({ header }: Letter): boolean {
  const isAutomatic = /^auto-(generated|replied)/i.test(fieldOf(header, 'auto-submitted'));
  return isAutomatic && !isOfList(header);
}

function isOfList(header: Letter['header']): boolean {
  return fieldOf(header, 'list-id') !== '' || /^(bulk|list)/i.test(fieldOf(header, 'precedence'));
}

export const headerRules: readonly LintRule[] = [
  {
    rule: 'field-missing',
    severity: 'error',
    found: { ja: '{field} がありません。', en: 'There is no {field}.' },
    advice: {
      ja: '{field} を付けてください。SoftBankはFromやMessage-IDのないメールを拒否します。',
      en: 'Add it. SoftBank refuses mail without From or Message-ID.',
    },
    source:
      'https://www.rfc-editor.org/rfc/rfc5322#section-3.6 ; http://megalodon.jp/ref/2008-0911-1438-33/creation.mb.softbank.jp/mail/mail_attention.html',
    find: ({ header }) =>
      ['From', 'Date', 'Message-ID']
        .filter((field) => fieldOf(header, field.toLowerCase()) === '')
        .map((field) => ({ field })),
  },
  {
    rule: 'field-advised',
    severity: 'warning',
    found: { ja: '{field} がありません。', en: 'There is no {field}.' },
    advice: {
      ja: '{field} を付けてください。宛先や件名のないメールは、迷惑メールとみなされやすくなります。',
      en: 'Add it: mail without it is taken for junk more easily.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc5322#section-3.6 ; assumption: that filters count it',
    find: ({ header }) =>
      ['To', 'Subject'].filter((field) => fieldOf(header, field.toLowerCase()) === '').map((field) => ({ field })),
  },
  {
    rule: 'field-twice',
    severity: 'error',
    found: { ja: '{field} が{count}つあります。', en: 'There are {count} fields {field}.' },
    advice: {
      ja: '{field} は1つだけにしてください。Gmailは2つ以上あるメールを拒否します。',
      en: 'Let it stand once: Gmail refuses mail that has more.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc5322#section-3.6 ; https://support.google.com/a/answer/81126',
    find: (letter) =>
      singleFields.flatMap((field) => {
        const count = countOf(letter, field);
        return when(count > 1, { field, count });
      }),
  },
  {
    rule: 'field-malformed',
    severity: 'error',
    found: {
      ja: 'ヘッダに「名前: 値」の形でない行があります（{line}）。',
      en: 'A line of the header is not "Name: value" ({line}).',
    },
    advice: {
      ja: '名前とコロンの間に空白を入れず、続きの行は空白で始めてください。',
      en: 'No blank between name and colon; a line that goes on begins with a blank.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc5322#section-2.2',
    find: (letter) => brokenLines(letter).map((line) => ({ line })),
  },
  {
    rule: 'from-malformed',
    severity: 'error',
    found: {
      ja: 'Fromから読み取れるアドレスが{count}件です。',
      en: 'From names {count} addresses that can be read.',
    },
    advice: {
      ja: 'Fromには「表示名 <名前@ドメイン>」の形でアドレスを1つだけ書いてください。',
      en: 'Write one address, as display name <name@domain>.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc5322#section-3.6.2 ; https://support.google.com/a/answer/81126',
    find: ({ header }) => {
      const count = addressesOf(header, 'from').filter((address) => /^[^@\s]+@[^@\s]+$/.test(address)).length;
      return when(fieldOf(header, 'from') !== '' && count !== 1, { count });
    },
  },
  {
    rule: 'date-malformed',
    severity: 'error',
    found: { ja: 'Dateが日付として読めません（{date}）。', en: 'Date cannot be read as a date ({date}).' },
    advice: {
      ja: '「Wed, 1 Apr 2026 09:00:00 +0900」の形で書いてください。',
      en: 'Write it as "Wed, 1 Apr 2026 09:00:00 +0900".',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc5322#section-3.3',
    find: ({ header }) => {
      const date = fieldOf(header, 'date');
      return when(date !== '' && !isDate(date), { date });
    },
  },
  {
    rule: 'message-id-malformed',
    severity: 'warning',
    found: { ja: 'Message-IDの形が正しくありません（{id}）。', en: 'Message-ID has not its form ({id}).' },
    advice: {
      ja: '「<一意な文字列@ドメイン>」の形で書いてください。',
      en: 'Write it as <something-unique@domain>.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4',
    find: ({ header }) => {
      const id = fieldOf(header, 'message-id');
      return when(id !== '' && !/^<[^\s<>@]{1,250}@[^\s<>@]{1,250}>$/.test(id), { id });
    },
  },
  {
    rule: 'mime-version-missing',
    severity: 'warning',
    found: {
      ja: 'Content-Typeがありますが、MIME-Versionがありません。',
      en: 'There is Content-Type without MIME-Version.',
    },
    advice: {
      ja: '「MIME-Version: 1.0」を付けてください。ないと、本文をASCIIとして表示するメールソフトがあります。',
      en: 'Add "MIME-Version: 1.0": without it programs may show the body as plain ASCII.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc2045#section-4',
    find: ({ header }) => when(fieldOf(header, 'content-type') !== '' && fieldOf(header, 'mime-version') === ''),
  },
  {
    rule: 'auto-submitted-missing',
    severity: 'notice',
    found: { ja: 'Auto-Submittedがありません。', en: 'There is no Auto-Submitted.' },
    advice: {
      ja: '自動で送るメールには「Auto-Submitted: auto-generated」を付けてください。不在通知などの自動返信が来なくなります。',
      en: 'Add "Auto-Submitted: auto-generated" to what a machine sends: vacation notices will not answer it.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc3834#section-5',
    find: ({ header }) => when(fieldOf(header, 'auto-submitted') === '' && !isOfList(header)),
  },
  {
    rule: 'unsubscribe-on-notice',
    severity: 'warning',
    found: {
      ja: '本人宛てのお知らせに、配信停止（List-Unsubscribe）が付いています。',
      en: 'A notice to one person offers to unsubscribe (List-Unsubscribe).',
    },
    advice: {
      ja: '外してください。押されると、再発行のメールも届かなくなります。',
      en: 'Leave it out: one tap, and what is issued again will not arrive either.',
    },
    source: 'https://support.google.com/a/answer/81126 (for marketing and subscribed mail alone)',
    find: (letter) => when(isNotice(letter) && fieldOf(letter.header, 'list-unsubscribe') !== ''),
  },
  {
    rule: 'one-click-missing',
    severity: 'warning',
    found: {
      ja: '一斉配信のメールですが、ワンクリックの配信停止がありません。',
      en: 'The mail is of a list and offers no one-click unsubscribe.',
    },
    advice: {
      ja: 'List-Unsubscribeと「List-Unsubscribe-Post: List-Unsubscribe=One-Click」を付け、DKIM署名に含めてください。',
      en: 'Add List-Unsubscribe and "List-Unsubscribe-Post: List-Unsubscribe=One-Click", both signed by DKIM.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc8058 ; https://support.google.com/a/answer/81126',
    find: ({ header }) =>
      when(isOfList(header) && fieldOf(header, 'list-unsubscribe-post') !== 'List-Unsubscribe=One-Click'),
  },
];
