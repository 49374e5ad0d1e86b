import type { SmtpReply } from '#sim/events';
import type { World } from '#sim/kernel';
import { canOpen, connectionOf, historyOf, isBouncedLate, receiverOf, usedBytes } from '../mailbox/index.ts';
import { type Judgement, judge, judgeWithoutProvider, type Profile } from '../providers/index.ts';

/** What is known of a message when RCPT names an address. */
export interface Envelope {
  /** As a transmission has it; from outside when absent. */
  readonly kind?: string;
  readonly reversePath: string;
  readonly forwardPath: string;
  /** Where the client says that it connects from (XCLIENT). */
  readonly clientAddress?: string;
  /** What MAIL said in SIZE; 0 when it said nothing. */
  readonly declaredBytes: number;
  /** Addresses of the transaction that were taken before this one. */
  readonly recipientsBefore: number;
  /** An address without a mailbox gets one when its first message comes. */
  readonly opensMailboxes: boolean;
}

export interface Refusal {
  readonly provider: string;
  readonly judgement: Judgement;
}

/** Top-level domains that no name server answers for (RFC 2606 §2), and `.sim`, which is nobody's either. */
const simulatedDomain = /(^|\.)(test|example|invalid|sim)$/i;

/** What makes one line of SMTP, or of a log, two. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
const controlCharacter = /[\0-\x1f\x7f]/;

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.3 , without its brackets. */
const pathLengthMax = 254;

/** The refusal of a path that is malformed, whoever it names; undefined when it may be looked up. */
export function refusalOfPath(path: string, stage: 'MAIL' | 'RCPT', isUtf8Allowed: boolean): SmtpReply | undefined {
  if (controlCharacter.test(path)) {
    return { replyCode: 501, enhancedStatusCode: '5.1.3', text: 'Error: control character in address', stage };
  }
  if (Buffer.byteLength(path) > pathLengthMax) {
    return { replyCode: 501, enhancedStatusCode: '5.1.3', text: 'Error: path too long', stage };
  }
  // https://www.rfc-editor.org/rfc/rfc6531#section-3.5
  if (!isUtf8Allowed && /[^\0-\x7f]/.test(path)) {
    return { replyCode: 553, enhancedStatusCode: '5.6.7', text: 'Error: address needs SMTPUTF8', stage };
  }
  return undefined;
}

/**
 * What the address's host answers to RCPT when it does not take the address; undefined when DATA may follow. Asks only
 * the rules whose answer belongs to this stage: filters come after the data.
 */
export function refusalOfRecipient(world: World, envelope: Envelope): Refusal | undefined {
  const { forwardPath } = envelope;
  const nobody = { provider: 'none', judgement: judgeWithoutProvider() };
  if (!isSimulatedAddress(forwardPath)) return nobody;
  const { mailbox, profile } = receiverOf(world, forwardPath);
  if (mailbox === undefined && envelope.opensMailboxes && canOpen(world, forwardPath)) return undefined;
  if (profile === undefined) return nobody;
  const view = mailbox && {
    ...mailbox,
    get usedBytes() {
      return usedBytes(world, mailbox.mailbox);
    },
  };
  const judgement = judge(atEnvelope(profile), view, {
    ...withoutData,
    ...connectionOf(world, { kind: 'outside', ...envelope }),
    ...envelope,
    sizeBytes: envelope.declaredBytes,
    history: historyOf(world, profile.provider, { ...envelope, fromAddress: envelope.reversePath }),
  });
  if (judgement === undefined || judgement.outcome === 'delivered') return undefined;
  const { provider } = profile;
  return isBouncedLate(world, provider, judgement) ? undefined : { provider, judgement };
}

/** Whether an address is nobody's: only these exist here. */
export function isSimulatedAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  return at > 0 && simulatedDomain.test(address.slice(at + 1));
}

/** What nobody knows yet when RCPT comes. */
const withoutData = {
  fromAddress: '',
  recipients: [],
  otherHeader: '',
  fields: () => [],
  authentication: 'unknown',
  links: () => [],
  bodies: () => ({ text: '', html: '' }),
  longestLine: () => 0,
} as const;

const atEnvelopes = new WeakMap<Profile, Profile>();

function atEnvelope(profile: Profile): Profile {
  let known = atEnvelopes.get(profile);
  if (known === undefined) {
    known = askedAtEnvelope(profile);
    atEnvelopes.set(profile, known);
  }
  return known;
}

function askedAtEnvelope(profile: Profile): Profile {
  const rules = profile.rules.filter(
    ({ verdict }) => (verdict.type === 'rejected' || verdict.type === 'deferred') && verdict.reply.stage !== 'DATA',
  );
  return { ...profile, rules: [...rules, dataFollows] };
}

const dataFollows: Profile['rules'][number] = {
  when: {
    condition: 'data-follows',
    holds: () => true,
    matched: { ja: '本文を待ちます。', en: 'The data may follow.' },
    passed: { ja: '本文を待ちません。', en: 'The data may not follow.' },
  },
  verdict: { type: 'delivered', folder: 'inbox' },
  source: 'https://www.rfc-editor.org/rfc/rfc5321#section-3.3',
};
