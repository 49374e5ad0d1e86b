import { type Bilingual, fill, fillBoth, type Parameters } from '#sim/errors';
import type { EventData, SmtpReply } from '#sim/events';
import type { Condition, Mark, Need, Place, Profile, ReplyTemplate, Rule, Verdict } from './profile.ts';
import { domainOf, type Incoming, type MailboxView, type Question } from './question.ts';
import { withPresets } from './setting.ts';

export type Trail = EventData<'mail.received'>['trail'];

/** The one outcome of a message for one address, and why. */
export type Judgement = { readonly reply: SmtpReply; readonly trail: Trail } & (
  | { readonly outcome: 'rejected' | 'deferred' | 'dropped' }
  | {
      readonly outcome: 'delivered';
      readonly folder: Place;
      readonly marks: readonly Mark[];
      /** Who may let it out of quarantine. */
      readonly releasedBy?: 'user' | 'admin';
    }
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
  quarantined: {
    ja: 'メールボックスに入れず、検疫に隔離しました。',
    en: 'It was kept out of the mailbox, in quarantine.',
  },
  exempted: {
    ja: 'このため、あとに続く一部の判定を受けません。',
    en: 'So some of the checks that follow are left out.',
  },
  'sender-warning': { ja: '注意を促す表示を付けます。', en: 'The mail will bear a warning.' },
  'sender-verified': { ja: '認証済みの印を付けます。', en: 'The mail will bear a check mark.' },
  'tab-updates': { ja: '「新着」タブに振り分けます。', en: 'It is sorted into the tab Updates.' },
  'tab-promotions': { ja: '「プロモーション」タブに振り分けます。', en: 'It is sorted into the tab Promotions.' },
  'focused-other': { ja: '「その他」に振り分けます。', en: 'It is sorted into Other.' },
} as const satisfies Record<string, Bilingual>;

const unknownUser = {
  matched: { ja: 'このアドレスのメールボックスはありません。', en: 'There is no mailbox of this address.' },
  passed: { ja: 'このアドレスのメールボックスがあります。', en: 'There is a mailbox of this address.' },
};

const badAddress = {
  matched: {
    ja: 'このアドレスの書き方は、このメールサービスでは使えません。',
    en: 'The provider takes no address of this form.',
  },
  passed: { ja: 'アドレスの書き方に問題はありません。', en: 'The form of the address is one that the provider takes.' },
};

const noSuchDomain = {
  ja: 'このドメイン宛てのメールを受け取るところがありません。',
  en: 'Nobody takes mail for this domain.',
};

/**
 * Asks a provider's rules about a message; `mailbox` is undefined when the address has none there. Undefined when a
 * rule needs the authentication of the message, which then must be given in a second call.
 */
export function judge(profile: Profile, mailbox: MailboxView | undefined, message: Incoming): Judgement | undefined {
  const trail: Trail = [];
  const stranger = { address: message.forwardPath, settings: {}, usedBytes: 0 };
  const atMail = ask(profile, profile.atMail ?? [], { mailbox: stranger, message }, trail);
  if (atMail !== 'undecided') return atMail;
  const early = judgeAddress(profile, mailbox !== undefined, message, trail);
  if (early !== undefined || mailbox === undefined) return early;
  const view: MailboxView = {
    address: mailbox.address,
    settings: withPresets(mailbox.settings, profile.presets),
    // Not copied: who made the view may sum up only when a rule asks.
    get usedBytes() {
      return mailbox.usedBytes;
    },
  };
  const judgement = ask(profile, profile.rules, { mailbox: view, message }, trail);
  if (judgement === 'undecided') throw new TypeError(`the last rule of ${profile.provider} must always hold`);
  return judgement;
}

/** Asks rules in their order until one decides; undefined when one must know how the message authenticates. */
function ask(
  profile: Profile,
  rules: readonly Rule[],
  question: Question,
  trail: Trail,
): Judgement | 'undecided' | undefined {
  const { message } = question;
  const exempted = new Set<string>();
  const marks: Mark[] = [];
  for (const rule of rules) {
    if (exempted.has(rule.when.condition)) continue;
    if (rule.when.needs?.includes('authentication') && message.authentication === undefined) return undefined;
    if (!isAnswerable(rule.when, message)) continue;
    const isMatched = rule.when.holds(question);
    trail.push(entry(profile, rule, question, isMatched));
    if (!isMatched) continue;
    const { verdict } = rule;
    if (verdict.type === 'exempted') for (const name of verdict.from) exempted.add(name);
    else if (verdict.type === 'marked') marks.push(verdict.mark);
    else return settled(profile, verdict, { message, trail, marks, words: rule.when.words?.(question) ?? {} });
  }
  return 'undecided';
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

/** What is decided by the address alone. */
function judgeAddress(profile: Profile, hasMailbox: boolean, message: Incoming, trail: Trail): Judgement | undefined {
  const settle = (
    rule: string,
    isMatched: boolean,
    { matched, passed }: { readonly matched: Bilingual; readonly passed: Bilingual },
    { reply, source }: { readonly reply: ReplyTemplate; readonly source: string },
  ): Judgement | undefined => {
    const verdict: Verdict = { type: 'rejected', reply };
    const sentence = isMatched ? joined(matched, sentenceOf(verdict)) : passed;
    trail.push({ rule, matched: isMatched, sentence, source });
    return isMatched ? settled(profile, verdict, { message, trail, marks: [], words: {} }) : undefined;
  };
  const { addressGrammar, unknownUser: answer } = profile;
  // A mailbox that stands was given out once, whatever is given out today.
  if (addressGrammar !== undefined && !hasMailbox) {
    const localPart = message.forwardPath.slice(0, message.forwardPath.lastIndexOf('@'));
    const refused = settle('address-grammar', !addressGrammar.allows(localPart), badAddress, addressGrammar);
    if (refused !== undefined) return refused;
  }
  return settle('unknown-user', !hasMailbox, unknownUser, answer);
}

function isAnswerable({ needs = [] }: Condition, message: Incoming): boolean {
  return needs.every((need) => isKnown(need, message));
}

function isKnown(need: Need, message: Incoming): boolean {
  switch (need) {
    case 'authentication':
      return message.authentication !== 'unknown';
    case 'zone':
      return message.zone !== undefined;
    case 'transaction':
      return message.recipientsBefore !== undefined;
    case 'encryption':
      return message.isEncrypted !== undefined;
    case 'first-tries':
    case 'traffic':
    case 'unknown-users':
      return message.history !== undefined;
  }
}

function entry(profile: Profile, { when, verdict, source }: Rule, question: Question, isMatched: boolean): Trail[0] {
  const name = when.setting === undefined ? undefined : profile.settings[when.setting]?.name;
  const words = when.words?.(question) ?? {};
  const template = isMatched ? when.matched : when.passed;
  const because = {
    ja: fill(template.ja, { ...words, ...(name && { setting: name.ja }) }),
    en: fill(template.en, { ...words, ...(name && { setting: name.en }) }),
  };
  const sentence = isMatched ? joined(because, sentenceOf(verdict)) : because;
  return { rule: when.condition, matched: isMatched, sentence, source };
}

function settled(
  profile: Profile,
  verdict: Exclude<Verdict, { readonly type: 'exempted' | 'marked' }>,
  found: {
    readonly message: Incoming;
    readonly trail: Trail;
    readonly marks: readonly Mark[];
    readonly words: Parameters;
  },
): Judgement {
  const { message, trail, marks, words } = found;
  if (verdict.type === 'rejected' || verdict.type === 'deferred') {
    const address = message.forwardPath;
    const places = { domain: domainOf(message.fromAddress), ...words, address };
    return { outcome: verdict.type, reply: { ...verdict.reply, text: fill(verdict.reply.text, places) }, trail };
  }
  const reply: SmtpReply = { replyCode: 250, ...profile.acceptedText, stage: 'DATA' };
  switch (verdict.type) {
    case 'dropped':
      return { outcome: 'dropped', reply, trail };
    case 'delivered':
      return { outcome: 'delivered', folder: verdict.folder, marks, reply, trail };
    case 'quarantined':
      return { outcome: 'delivered', folder: 'quarantine', releasedBy: verdict.releasedBy, marks, reply, trail };
  }
}

/** What follows from a verdict, in words. */
export function sentenceOf(verdict: Verdict): Bilingual {
  switch (verdict.type) {
    case 'delivered':
      return sentences[verdict.folder];
    case 'marked':
      return sentences[verdict.mark];
    case 'rejected':
    case 'deferred':
      return fillBoth(sentences[verdict.type], { replyCode: verdict.reply.replyCode });
    default:
      return sentences[verdict.type];
  }
}

function joined(first: Bilingual, second: Bilingual): Bilingual {
  return { ja: `${first.ja}${second.ja}`, en: `${first.en} ${second.en}` };
}
