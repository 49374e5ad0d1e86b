import type { Condition } from '../profile.ts';
import { flag, type History, number, type Question } from '../question.ts';
import { authenticationOf } from './sender.ts';

/** The same (client, reverse-path, forward-path) must come again after a while: spam robots mostly do not. */
export const isGreylisted: Condition = {
  condition: 'greylist',
  setting: 'greylisting',
  needs: 'history',
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
  needs: 'history',
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

/** A bulk sender that lacks one of SPF, DKIM and aligned DMARC. */
export const isBulkWithoutDmarc: Condition = {
  condition: 'bulk-sender-rules',
  setting: 'bulkDailyCount',
  needs: 'authentication',
  holds: (question) => {
    const { history } = question.message;
    if (history === undefined || history.lastDay < number(question, 'bulkDailyCount')) return false;
    const { spf, dkim, dmarc } = authenticationOf(question);
    return spf.envelope.result !== 'pass' || dkim.result !== 'pass' || dmarc.result !== 'pass';
  },
  words: (question) => ({
    count: question.message.history?.lastDay ?? 0,
    bulk: number(question, 'bulkDailyCount'),
  }),
  matched: {
    ja: '24時間に{count}通を送った大量送信者（{bulk}通以上）ですが、SPF・DKIM・DMARCのすべてには合格していません。',
    en: 'The domain is a bulk sender ({count} within 24 hours, {bulk} make one) without all of SPF, DKIM and DMARC.',
  },
  passed: {
    ja: '大量送信者（24時間に{bulk}通以上）の決まりには反していません（{count}通）。',
    en: 'The rules for bulk senders ({bulk} within 24 hours) are kept ({count} so far).',
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
