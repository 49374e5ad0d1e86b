import type { Condition } from '../profile.ts';
import { choice, flag, list, number } from '../question.ts';

/** The longest line that docomo takes, its end counted (https://note.com/sendmagic/n/neb6bbe7e51cf); RFC 5321 §4.5.3.1.6 has the same. */
const lineBytesMax = 1_000;
const lineEndBytes = 2;

export const isFull: Condition = {
  condition: 'mailbox-full',
  setting: 'quotaBytes',
  // A mailbox without any room is full before the size of the message is known.
  // What photos and backups take of the same storage counts too, where there is such a setting (iCloud).
  holds: (question) => {
    const quotaBytes = number(question, 'quotaBytes');
    const usedBytes = question.mailbox.usedBytes + number(question, 'otherUsedBytes');
    return usedBytes >= quotaBytes || usedBytes + question.message.sizeBytes > quotaBytes;
  },
  matched: { ja: 'メールボックスの保存容量がいっぱいです。', en: 'The mailbox has no storage left.' },
  passed: { ja: 'メールボックスの保存容量に空きがあります。', en: 'The mailbox has storage left.' },
};

export const hasLongLine: Condition = {
  condition: 'line-too-long',
  holds: ({ message }) => message.longestLine() + lineEndBytes > lineBytesMax,
  matched: { ja: `${lineBytesMax}バイトを超える行があります。`, en: `A line is longer than ${lineBytesMax} bytes.` },
  passed: { ja: '長すぎる行はありません。', en: 'No line is too long.' },
};

/** Larger than the provider takes, header and attachments counted. */
export function isLargerThan(bytesMax: number): Condition {
  const size = `${bytesMax / 1024 ** 2} MB`;
  return {
    condition: 'message-too-large',
    holds: ({ message }) => message.sizeBytes > bytesMax,
    matched: { ja: `メールの大きさが${size}を超えています。`, en: `The message is larger than ${size}.` },
    passed: { ja: `メールの大きさは${size}以内です。`, en: `The message is not larger than ${size}.` },
  };
}

/** A header field is missing, or says nothing. */
export function lacksField(field: string): Condition {
  return {
    condition: `${field.toLowerCase()}-missing`,
    holds: ({ message }) => !message.fields(field.toLowerCase()).some((value) => value !== ''),
    matched: { ja: `ヘッダに ${field} がありません。`, en: `The header has no ${field}.` },
    passed: { ja: `ヘッダに ${field} があります。`, en: `The header has a ${field}.` },
  };
}

/** Fields that a header has at most one of; From and Date must be there: https://www.rfc-editor.org/rfc/rfc5322#section-3.6 */
const singleFields = ['from', 'sender', 'reply-to', 'to', 'cc', 'date', 'message-id', 'in-reply-to', 'subject'];

export const isMalformed: Condition = {
  condition: 'header-malformed',
  holds: ({ message }) => message.fromAddress === '' || singleFields.some((field) => message.fields(field).length > 1),
  matched: {
    ja: 'ヘッダがRFC 5322に反しています（Fromがないか、1つだけのはずの項目が2つ以上あります）。',
    en: 'The header breaks RFC 5322: no From, or twice a field that may stand once.',
  },
  passed: { ja: 'ヘッダはRFC 5322に合っています。', en: 'The header keeps to RFC 5322.' },
};

/** The harmless text that every virus scanner takes for a virus: https://www.eicar.org/download-anti-malware-testfile/ */
const virusSample = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

export const holdsVirus: Condition = {
  condition: 'virus',
  holds: ({ message }) => {
    const { text, html } = message.bodies();
    return text.includes(virusSample) || html.includes(virusSample);
  },
  matched: { ja: 'ウイルスが見つかりました。', en: 'A virus was found.' },
  passed: { ja: 'ウイルスは見つかりませんでした。', en: 'No virus was found.' },
};

export const hasListedLink: Condition = {
  condition: 'listed-link',
  setting: 'refusesListedLinks',
  holds: (question) => {
    if (!flag(question, 'refusesListedLinks')) return false;
    const hosts = new Set(list(question, 'listedLinkHosts'));
    return hosts.size > 0 && question.message.links().some((link) => hosts.has(hostOf(link)));
  },
  matched: {
    ja: '本文に、拒否の対象に指定されたURLがあります。',
    en: 'The body holds a link to a host that is on the refused list.',
  },
  passed: {
    ja: '特定URL付きメールの拒否には当たりません。',
    en: 'The refusal of listed links does not apply.',
  },
};

/** Refuses mail by its links: `all` of them, or those to `listed` hosts. */
export const hasRefusedLink: Condition = {
  condition: 'refused-link',
  setting: 'refusesLinks',
  holds: (question) => {
    const refused = choice(question, 'refusesLinks');
    if (refused === 'off') return false;
    const links = question.message.links();
    if (refused === 'all') return links.length > 0;
    const hosts = new Set(list(question, 'listedLinkHosts'));
    return links.some((link) => hosts.has(hostOf(link)));
  },
  matched: {
    ja: '「{setting}」の対象になるURLが本文にあります。',
    en: 'The body holds a link that "{setting}" covers.',
  },
  passed: { ja: '「{setting}」には当たりません。', en: '"{setting}" does not apply.' },
};

export const isHtmlMail: Condition = {
  condition: 'html-mail',
  setting: 'refusesHtml',
  holds: (question) => flag(question, 'refusesHtml') && question.message.bodies().html !== '',
  matched: {
    ja: '「{setting}」が有効で、HTML形式のメールです。',
    en: '"{setting}" is on and the mail has an HTML body.',
  },
  passed: { ja: '「{setting}」には当たりません。', en: '"{setting}" does not apply.' },
};

/** SoftBank's strong filter takes forwarded mail and mail without a body too. */
export const isForwardedOrEmpty: Condition = {
  condition: 'forwarded-or-empty',
  setting: 'spamFilter',
  holds: (question) => {
    if (choice(question, 'spamFilter') !== 'strong') return false;
    const { message } = question;
    const { text, html } = message.bodies();
    const isForwarded = !message.recipients.some(
      (address) => address.toLowerCase() === question.mailbox.address.toLowerCase(),
    );
    return isForwarded || (text.trim() === '' && html.trim() === '');
  },
  matched: {
    ja: '「{setting}」が「強」で、転送されたメールか本文のないメールです。',
    en: '"{setting}" is strong, and the mail was forwarded or has no body.',
  },
  passed: {
    ja: '「{setting}」の「強」による規制には当たりません。',
    en: 'The strong level of "{setting}" does not apply.',
  },
};

/** A filter by content that takes the mail for junk: what such filters do is not published, so the world's bias decides. */
export function looksLikeJunkTo(condition: string, setting: string): Condition {
  return {
    condition,
    setting,
    holds: (question) => {
      const level = question.mailbox.settings[setting];
      return level !== 'off' && level !== false && choice(question, 'junkBias') !== 'low';
    },
    matched: { ja: '「{setting}」が迷惑メールと自動判定しました。', en: '"{setting}" took it for junk.' },
    passed: { ja: '「{setting}」は迷惑メールと判定しませんでした。', en: '"{setting}" did not take it for junk.' },
  };
}

/** A score as content filters make one: the points of all that apply, against a threshold. */
export function scoresAsJunk(weights: {
  readonly highBias: number;
  readonly strangerWithLink: number;
  readonly stranger: number;
  readonly threshold: number;
}): Condition {
  return {
    condition: 'junk-score',
    setting: 'junkBias',
    holds: (question) => {
      if (choice(question, 'junkBias') === 'certain') return true;
      const bias = choice(question, 'junkBias') === 'high' ? weights.highBias : 0;
      const content = question.message.links().length > 0 ? weights.strangerWithLink : weights.stranger;
      return bias + content >= weights.threshold;
    },
    matched: {
      ja: `迷惑メール判定の点数が基準（${weights.threshold}点）以上です。`,
      en: `The junk score reaches the threshold of ${weights.threshold}.`,
    },
    passed: {
      ja: `迷惑メール判定の点数は基準（${weights.threshold}点）未満です。`,
      en: `The junk score stays below the threshold of ${weights.threshold}.`,
    },
  };
}

/** A choice that a world or a mailbox makes about what a filter finds, where no rule of the real one is known. */
export function isSetTo(condition: string, setting: string, value: string, found: Condition['matched']): Condition {
  return {
    condition,
    setting,
    holds: (question) => choice(question, setting) === value,
    matched: found,
    passed: { ja: '「{setting}」には当たりません。', en: '"{setting}" does not apply.' },
  };
}

export const always: Condition = {
  condition: 'otherwise',
  holds: () => true,
  matched: { ja: 'ほかに当てはまる設定はありません。', en: 'No other rule applies.' },
  passed: { ja: '', en: '' },
};

function hostOf(link: string): string {
  return URL.parse(link)?.hostname ?? '';
}
