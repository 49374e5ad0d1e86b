import { realDomain } from '#sim/kernel';
import { carrierDomains } from '../domains.ts';
import type { Condition } from '../profile.ts';
import {
  choice,
  domainOf,
  fits,
  flag,
  isAddress,
  isListed,
  isRecipientListed,
  list,
  type Question,
} from '../question.ts';

const onList = {
  matched: { ja: '差出人は「{setting}」に登録されています。', en: 'The From address is on the list "{setting}".' },
  passed: { ja: '差出人は「{setting}」に登録されていません。', en: 'The From address is not on the list "{setting}".' },
};

export const isAllowed: Condition = {
  condition: 'allowed-sender',
  setting: 'allowedSenders',
  holds: (question) => isListed(question, 'allowedSenders'),
  ...onList,
};

export const isBlocked: Condition = {
  condition: 'blocked-sender',
  setting: 'blockedSenders',
  holds: (question) => isListed(question, 'blockedSenders'),
  ...onList,
};

/** docomo refuses by whole address before its receive list, and by domain after it. */
export const isBlockedAddress: Condition = {
  condition: 'blocked-address',
  setting: 'blockedSenders',
  holds: (question) => isListedAs(question, 'blockedSenders', isAddress),
  matched: {
    ja: '差出人のアドレスが「{setting}」に登録されています。',
    en: 'The From address itself is on the list "{setting}".',
  },
  passed: {
    ja: '差出人のアドレスは「{setting}」に登録されていません。',
    en: 'The From address itself is not on the list "{setting}".',
  },
};

export const isBlockedDomain: Condition = {
  condition: 'blocked-domain',
  setting: 'blockedSenders',
  holds: (question) => isListedAs(question, 'blockedSenders', (entry) => !isAddress(entry)),
  matched: {
    ja: '差出人のドメインが「{setting}」に登録されています。',
    en: 'The domain of the From address is on the list "{setting}".',
  },
  passed: {
    ja: '差出人のドメインは「{setting}」に登録されていません。',
    en: 'The domain of the From address is not on the list "{setting}".',
  },
};

export const isContact: Condition = {
  condition: 'contact',
  setting: 'contacts',
  holds: (question) => isListed(question, 'contacts'),
  matched: { ja: '差出人は「{setting}」にあります。', en: 'The From address is in "{setting}".' },
  passed: { ja: '差出人は「{setting}」にありません。', en: 'The From address is not in "{setting}".' },
};

/** A contact, where the owner chose that contacts come first. */
export function isContactWhere(setting: string): Condition {
  return {
    ...isContact,
    setting,
    holds: (question) => flag(question, setting) && isListed(question, 'contacts'),
    ...whereSet,
  };
}

const whereSet = {
  matched: {
    ja: '「{setting}」が有効で、差出人は電話帳（アドレス帳）にあります。',
    en: '"{setting}" is on and the From address is a contact.',
  },
  passed: { ja: '「{setting}」には当たりません。', en: '"{setting}" does not apply.' },
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

/** Forwarded mail and mailing lists name another address than the student's in To and Cc: a list of those. */
export function isForwardedFrom(condition: string, setting: string): Condition {
  return {
    condition,
    setting,
    holds: (question) => isRecipientListed(question, setting),
    matched: {
      ja: '宛先（To・Cc）のアドレスが「{setting}」に登録されています。',
      en: 'An address of To or Cc is on the list "{setting}".',
    },
    passed: {
      ja: '宛先（To・Cc）のアドレスは「{setting}」に登録されていません。',
      en: 'No address of To or Cc is on the list "{setting}".',
    },
  };
}

/** A list that saves mail from one filter alone: addresses of To and Cc, or words of the rest of the header. */
export const isRescued: Condition = {
  condition: 'rescue-list',
  setting: 'rescueList',
  holds: (question) =>
    isRecipientListed(question, 'rescueList') ||
    list(question, 'rescueList').some((entry) => !entry.includes('@') && question.message.otherHeader.includes(entry)),
  matched: { ja: 'このメールは「{setting}」に当てはまります。', en: 'The mail is covered by the list "{setting}".' },
  passed: {
    ja: 'このメールは「{setting}」に当てはまりません。',
    en: 'The mail is not covered by the list "{setting}".',
  },
};

/** Yahoo! JAPAN's list names the senders (addresses and domains) as well as the addresses that are forwarded from. */
export const isRescuedSender: Condition = {
  ...isRescued,
  holds: (question) => isListed(question, 'rescueList') || isRecipientListed(question, 'rescueList'),
};

export const isPcMail: Condition = {
  condition: 'pc-mail',
  setting: 'refusesPcMail',
  holds: (question) => flag(question, 'refusesPcMail') && !isOfCarrier(question.message.fromAddress),
  matched: {
    ja: '携帯電話会社以外からのメール（PCメール）を拒否する設定です。',
    en: 'Mail from outside the mobile carriers is refused by the settings.',
  },
  passed: {
    ja: 'PCメールを拒否する設定には当たりません。',
    en: 'The settings do not refuse this as mail from outside the mobile carriers.',
  },
};

/** Whether an address claims to be one of a mobile phone. */
export function isOfCarrier(address: string): boolean {
  return carrierDomains.has(realDomain(domainOf(address)));
}

function isListedAs({ mailbox, message }: Question, setting: string, isKind: (entry: string) => boolean): boolean {
  const entries = (mailbox.settings[setting] ?? []) as readonly string[];
  return entries.some((entry) => isKind(entry) && fits(message.fromAddress, entry));
}
