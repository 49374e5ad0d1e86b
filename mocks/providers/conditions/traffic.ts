import type { Condition } from '../profile.ts';
import { choice, flag, type History, number, type Question } from '../question.ts';
import { authenticationOf } from './sender.ts';

/** The same (client, reverse-path, forward-path) must come again after a while: spam robots mostly do not. */
export const isGreylisted: Condition = {
  condition: 'greylist',
  setting: 'greylisting',
  needs: ['first-tries'],
  holds: (question) => {
    if (!flag(question, 'greylisting')) return false;
    const { now, firstTriedAt } = historyOf(question);
    return firstTriedAt === undefined || now - firstTriedAt < number(question, 'greylistMs');
  },
  words: (question) => ({ seconds: Math.ceil(waitMs(question) / 1_000) }),
  matched: {
    ja: 'この送信元からこの宛先へは初めてか、まだ待ち時間（あと{seconds}秒）の途中です。',
    en: 'This sender is new for this address, or came back too early: {seconds} seconds are left.',
  },
  passed: { ja: '「{setting}」の待ち時間は済んでいます。', en: 'The wait of "{setting}" is over, or it is off.' },
};

/** More messages within an hour from one domain than the provider takes; no limit when there is none. */
export const comesTooFast: Condition = {
  condition: 'rate-limit',
  setting: 'hourlyLimit',
  needs: ['traffic'],
  holds: (question) => {
    const limit = number(question, 'hourlyLimit');
    return limit > 0 && historyOf(question).lastHour >= limit;
  },
  words: (question) => ({ count: historyOf(question).lastHour, limit: number(question, 'hourlyLimit') }),
  matched: {
    ja: '同じドメインから1時間に{count}通を受け取っており、上限（{limit}通）に達しています。',
    en: 'The domain sent {count} messages within the hour, as many as are taken ({limit}).',
  },
  passed: { ja: '1時間あたりの通数は上限に達していません。', en: 'The messages of the hour are below the limit.' },
};

/** Too many addresses of one client that do not exist: for a while nothing is taken from it, whoever it is for. */
export const asksForTooManyStrangers: Condition = {
  condition: 'unknown-users',
  setting: 'unknownUsersMax',
  needs: ['unknown-users'],
  holds: (question) => {
    const limit = number(question, 'unknownUsersMax');
    return limit > 0 && historyOf(question).unknownLastHour >= limit;
  },
  words: (question) => ({
    count: historyOf(question).unknownLastHour,
    limit: number(question, 'unknownUsersMax'),
  }),
  matched: {
    ja: '同じ送信元が1時間に{count}件の存在しない宛先へ送っています（{limit}件から制限）。',
    en: 'The sender asked for {count} addresses within the hour that do not exist; {limit} are too many.',
  },
  passed: {
    ja: '同じ送信元からの宛先不明は、制限する数に達していません。',
    en: 'The sender’s unknown addresses stay below the limit.',
  },
};

/** More addresses in one transaction than the provider takes. */
export function hasTooManyRecipients(recipientsMax: number): Condition {
  return {
    condition: 'too-many-recipients',
    needs: ['transaction'],
    holds: ({ message }) => (message.recipientsBefore ?? 0) >= recipientsMax,
    matched: {
      ja: `1通の宛先（RCPT）が${recipientsMax}件を超えています。`,
      en: `The message names more than ${recipientsMax} addresses (RCPT).`,
    },
    passed: {
      ja: `1通の宛先（RCPT）は${recipientsMax}件以内です。`,
      en: `The message names at most ${recipientsMax} addresses (RCPT).`,
    },
  };
}

/** The host that sends has no name in the DNS that leads back to it. */
export const clientIsNameless: Condition = {
  condition: 'client-nameless',
  needs: ['zone'],
  holds: ({ message }) => message.zone?.clientHasName() === false,
  matched: {
    ja: '送信元のIPアドレスに、正しい逆引き（PTR）がありません。',
    en: 'The address of the sending host has no name (PTR) that leads back to it.',
  },
  passed: { ja: '送信元のIPアドレスに、正しい逆引き（PTR）があります。', en: 'The sending host has a name (PTR).' },
};

export const isUnencrypted: Condition = {
  condition: 'unencrypted',
  needs: ['encryption'],
  holds: ({ message }) => message.isEncrypted === false,
  matched: { ja: '暗号化（TLS）されていない接続です。', en: 'The connection was not encrypted (TLS).' },
  passed: { ja: '暗号化（TLS）された接続です。', en: 'The connection was encrypted (TLS).' },
};

const bulkWords = (question: Question) => ({
  count: historyOf(question).lastDay,
  bulk: number(question, 'bulkDailyCount'),
});

function isBulk(question: Question): boolean {
  return historyOf(question).lastDay >= number(question, 'bulkDailyCount');
}

/** A bulk sender that lacks one of SPF, DKIM and aligned DMARC. */
export const isBulkWithoutDmarc: Condition = {
  condition: 'bulk-sender-rules',
  setting: 'bulkDailyCount',
  needs: ['authentication', 'traffic'],
  holds: (question) => {
    const { spf, dkim, dmarc } = authenticationOf(question);
    const isProven = spf.envelope.result === 'pass' && dkim.result === 'pass' && dmarc.result === 'pass';
    return isBulk(question) && !isProven;
  },
  words: bulkWords,
  matched: {
    ja: '24時間に{count}通を送った大量送信者（{bulk}通以上）ですが、SPF・DKIM・DMARCのすべてには合格していません。',
    en: 'The domain is a bulk sender ({count} within 24 hours, {bulk} make one) without all of SPF, DKIM and DMARC.',
  },
  passed: {
    ja: '大量送信者（24時間に{bulk}通以上）の決まりには反していません（{count}通）。',
    en: 'The rules for bulk senders ({bulk} within 24 hours) are kept ({count} so far).',
  },
};

/** A bulk sender's promotion without RFC 8058's one click; what nobody subscribed to, such as our notices, needs none. */
export const isBulkWithoutUnsubscribe: Condition = {
  condition: 'bulk-unsubscribe',
  setting: 'bulkDailyCount',
  needs: ['traffic'],
  holds: (question) =>
    isBulk(question) &&
    choice(question, 'tab') === 'promotions' &&
    // https://www.rfc-editor.org/rfc/rfc8058#section-3.1
    !question.message.fields('list-unsubscribe-post').some((value) => value === 'List-Unsubscribe=One-Click'),
  words: bulkWords,
  matched: {
    ja: '大量送信者（24時間に{bulk}通以上）の宣伝メールですが、ワンクリックの登録解除がありません。',
    en: 'A bulk sender’s promotion ({bulk} within 24 hours make one) offers no one-click unsubscribe.',
  },
  passed: {
    ja: 'ワンクリックの登録解除が要るメールではないか、登録解除があります。',
    en: 'No one-click unsubscribe is asked for, or it is there.',
  },
};

function waitMs(question: Question): number {
  const { now, firstTriedAt = now } = historyOf(question);
  return Math.max(0, firstTriedAt + number(question, 'greylistMs') - now);
}

function historyOf({ message }: Question): History {
  if (message.history === undefined) throw new TypeError('a rule that needs the history was asked without it');
  return message.history;
}
