import { carrierDomains, realDomain } from './domains.ts';
import type { Condition } from './profile.ts';
import { choice, flag, isListed, list } from './question.ts';

/** The longest line that docomo takes: facts page "mail" §3.1. */
const lineBytesMax = 1_000;

export const isFull: Condition = {
  condition: 'mailbox-full',
  setting: 'quotaBytes',
  holds: ({ mailbox, message }) => mailbox.usedBytes + message.sizeBytes > Number(mailbox.settings.quotaBytes),
  matched: { ja: 'メールボックスの保存容量がいっぱいです。', en: 'The mailbox has no storage left.' },
  passed: { ja: 'メールボックスの保存容量に空きがあります。', en: 'The mailbox has storage left.' },
};

export const hasLongLine: Condition = {
  condition: 'line-too-long',
  holds: ({ message }) => message.longestLine() > lineBytesMax,
  matched: { ja: `${lineBytesMax}バイトを超える行があります。`, en: `A line is longer than ${lineBytesMax} bytes.` },
  passed: { ja: '長すぎる行はありません。', en: 'No line is too long.' },
};

export const isAllowed: Condition = {
  condition: 'allowed-sender',
  setting: 'allowedSenders',
  holds: (question) => isListed(question, 'allowedSenders'),
  matched: { ja: '差出人は「{setting}」に登録されています。', en: 'The From address is on the list "{setting}".' },
  passed: { ja: '差出人は「{setting}」に登録されていません。', en: 'The From address is not on the list "{setting}".' },
};

export const isBlocked: Condition = {
  condition: 'blocked-sender',
  setting: 'blockedSenders',
  holds: (question) => isListed(question, 'blockedSenders'),
  matched: { ja: '差出人は「{setting}」に登録されています。', en: 'The From address is on the list "{setting}".' },
  passed: { ja: '差出人は「{setting}」に登録されていません。', en: 'The From address is not on the list "{setting}".' },
};

export const isContact: Condition = {
  condition: 'contact',
  setting: 'contacts',
  holds: (question) => isListed(question, 'contacts'),
  matched: { ja: '差出人は「{setting}」にあります。', en: 'The From address is in "{setting}".' },
  passed: { ja: '差出人は「{setting}」にありません。', en: 'The From address is not in "{setting}".' },
};

export const isTrusted: Condition = {
  condition: 'trusted-sender',
  setting: 'trustedSenders',
  holds: (question) => isListed(question, 'trustedSenders'),
  matched: {
    ja: 'この差出人のメールは、以前「迷惑メールではない」と報告されています。',
    en: 'Mail of this From address was reported as not junk before.',
  },
  passed: {
    ja: 'この差出人について「迷惑メールではない」という報告はありません。',
    en: 'Mail of this From address was never reported as not junk.',
  },
};

export const isPcMail: Condition = {
  condition: 'pc-mail',
  setting: 'refusesPcMail',
  holds: (question) => {
    if (!flag(question, 'refusesPcMail') && choice(question, 'easySetting') !== 'strong') return false;
    const { fromAddress } = question.message;
    return !carrierDomains.has(realDomain(fromAddress.slice(fromAddress.lastIndexOf('@') + 1)));
  },
  matched: {
    ja: '携帯電話会社以外からのメール（PCメール）を拒否する設定です。',
    en: 'Mail from outside the mobile carriers is refused by the settings.',
  },
  passed: {
    ja: 'PCメールを拒否する設定には当たりません。',
    en: 'The settings do not refuse this as mail from outside the mobile carriers.',
  },
};

export const hasListedLink: Condition = {
  condition: 'listed-link',
  setting: 'refusesListedLinks',
  holds: (question) => {
    if (!flag(question, 'refusesListedLinks') && choice(question, 'easySetting') === 'off') return false;
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

export const isOutsideContacts: Condition = {
  condition: 'contacts-only',
  setting: 'omakaseBlock',
  holds: (question) => choice(question, 'omakaseBlock') === 'contacts-only',
  matched: {
    ja: '「{setting}」が電話帳限定で、差出人は電話帳にありません。',
    en: '"{setting}" lets only contacts through, and the From address is none.',
  },
  passed: { ja: '「{setting}」は電話帳限定ではありません。', en: '"{setting}" is not limited to contacts.' },
};

export const looksLikeJunkToCarrier: Condition = {
  condition: 'omakase-block',
  setting: 'omakaseBlock',
  holds: (question) => choice(question, 'omakaseBlock') !== 'off' && choice(question, 'junkBias') === 'high',
  matched: {
    ja: '「{setting}」が迷惑メールと自動判定しました。',
    en: '"{setting}" took it for junk.',
  },
  passed: { ja: '「{setting}」は迷惑メールと判定しませんでした。', en: '"{setting}" did not take it for junk.' },
};

export const always: Condition = {
  condition: 'otherwise',
  holds: () => true,
  matched: { ja: 'ほかに当てはまる設定はありません。', en: 'No other rule applies.' },
  passed: { ja: '', en: '' },
};

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

function hostOf(link: string): string {
  return URL.parse(link)?.hostname ?? '';
}
