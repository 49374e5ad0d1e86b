import { type Bilingual, fill, fillBoth } from '#sim/errors';
import type { EventData, SmtpReply } from '#sim/events';
import type { Condition, Profile, ReplyTemplate, Verdict } from './profile.ts';
import type { Incoming, MailboxView, Question } from './question.ts';

export type Trail = EventData<'mail.received'>['trail'];

/** The one outcome of a message for one address, and why. */
export type Judgement = { readonly reply: SmtpReply; readonly trail: Trail } & (
  | { readonly outcome: 'rejected' | 'deferred' | 'dropped' }
  | { readonly outcome: 'delivered'; readonly folder: 'inbox' | 'junk' }
);

const sentences = {
  rejected: { ja: '受け取りを拒否し、{replyCode} を返しました。', en: 'It was refused with {replyCode}.' },
  deferred: {
    ja: 'いまは受け取れないという {replyCode} を返しました。',
    en: 'It was put off with {replyCode}: not now.',
  },
  dropped: {
    ja: '受け取ったと返事をし、だれにも知らせずに破棄しました。',
    en: 'It was accepted and then thrown away without a word.',
  },
  inbox: { ja: '受信トレイに入れました。', en: 'It was put into the inbox.' },
  junk: { ja: '迷惑メールフォルダに入れました。', en: 'It was put into the junk folder.' },
} as const satisfies Record<string, Bilingual>;

const unknownUser = {
  matched: { ja: 'このアドレスのメールボックスはありません。', en: 'There is no mailbox of this address.' },
  passed: { ja: 'このアドレスのメールボックスがあります。', en: 'There is a mailbox of this address.' },
};

const noSuchDomain = {
  ja: 'このドメイン宛てのメールを受け取るところがありません。',
  en: 'Nobody takes mail for this domain.',
};

/** Asks a provider's rules about a message; `mailbox` is undefined when the address has none there. */
export function judge(profile: Profile, mailbox: MailboxView | undefined, message: Incoming): Judgement {
  const { reply, source } = profile.unknownUser;
  if (mailbox === undefined) {
    const verdict: Verdict = { type: 'rejected', reply };
    const sentence = joined(unknownUser.matched, sentenceOf(verdict));
    return settled(profile, verdict, message, [{ rule: 'unknown-user', matched: true, sentence, source }]);
  }
  const trail: Trail = [{ rule: 'unknown-user', matched: false, sentence: unknownUser.passed, source }];
  const question: Question = { mailbox, message };
  for (const rule of profile.rules) {
    const { condition, holds, matched, passed } = rule.when;
    const isMatched = holds(question);
    const because = named(profile, rule.when, isMatched ? matched : passed);
    trail.push({
      rule: condition,
      matched: isMatched,
      sentence: isMatched ? joined(because, sentenceOf(rule.verdict)) : because,
      source: rule.source,
    });
    if (isMatched) return settled(profile, rule.verdict, message, trail);
  }
  throw new TypeError(`the last rule of ${profile.provider} must always hold`);
}

/** What the issuer's own host finds when nobody takes mail for the domain: https://www.rfc-editor.org/rfc/rfc3463#section-3.2 */
export function judgeWithoutProvider(): Judgement {
  const text = 'Bad destination system address: no host takes mail for the domain';
  return {
    outcome: 'rejected',
    reply: { replyCode: 550, enhancedStatusCode: '5.1.2', text, stage: 'RCPT' },
    trail: [
      {
        rule: 'no-such-domain',
        matched: true,
        sentence: joined(noSuchDomain, fillBoth(sentences.rejected, { replyCode: 550 })),
        source: 'https://www.rfc-editor.org/rfc/rfc3463#section-3.2',
      },
    ],
  };
}

function settled(profile: Profile, verdict: Verdict, message: Incoming, trail: Trail): Judgement {
  if (verdict.type === 'rejected' || verdict.type === 'deferred') {
    return { outcome: verdict.type, reply: addressed(verdict.reply, message.forwardPath), trail };
  }
  const reply: SmtpReply = { replyCode: 250, ...profile.acceptedText, stage: 'DATA' };
  return verdict.type === 'dropped'
    ? { outcome: 'dropped', reply, trail }
    : { outcome: 'delivered', folder: verdict.folder, reply, trail };
}

function addressed(reply: ReplyTemplate, address: string): SmtpReply {
  return { ...reply, text: fill(reply.text, { address }) };
}

function sentenceOf(verdict: Verdict): Bilingual {
  if (verdict.type === 'delivered') return sentences[verdict.folder];
  if (verdict.type === 'dropped') return sentences.dropped;
  return fillBoth(sentences[verdict.type], { replyCode: verdict.reply.replyCode });
}

function named(profile: Profile, condition: Condition, sentence: Bilingual): Bilingual {
  const name = condition.setting === undefined ? undefined : profile.settings[condition.setting]?.name;
  if (name === undefined) return sentence;
  return { ja: fill(sentence.ja, { setting: name.ja }), en: fill(sentence.en, { setting: name.en }) };
}

function joined(first: Bilingual, second: Bilingual): Bilingual {
  return { ja: `${first.ja}${second.ja}`, en: `${first.en} ${second.en}` };
}
