import { canOpen, createMailbox, mailboxOf } from '#mocks/mailbox';
import { forwardTarget } from '#mocks/providers';
import { type Outcome, projectOutcomes } from '#reports/projections';
import type { Bilingual } from '#sim/errors';
import { eventsAfter, type SmtpReply } from '#sim/events';
import { defaultLimits, type Instant, type Json, type RunningWorld } from '#sim/kernel';
import { mailDefaults } from '#sim/mail';
import { createMailWorld, handOver } from './mail-world.ts';
import { recordEvent } from './play-module.ts';
import { prepareSender, type SenderState, zoneParameters } from './sender-state.ts';

/** A message that somebody else made, and its envelope. */
export interface TracedMessage {
  readonly data: Uint8Array;
  readonly reversePath: string;
  /** The address in the From field; empty when there is none. */
  readonly fromAddress: string;
}

/** One mailbox that it is sent to. */
export interface TraceTarget {
  readonly provider: string;
  readonly address: string;
  readonly settings: { readonly [name: string]: Json };
}

/** What became of one mail at one provider. */
export interface Traced {
  readonly provider: string;
  readonly address: string;
  /** Of the mail at the address, and at the addresses that it was forwarded to. */
  readonly outcomes: readonly Outcome[];
  /** Why there was no mail to follow. */
  readonly stopped?: Bilingual;
}

export interface TraceOrigin {
  readonly seed: number;
  readonly startsAt: Instant;
  readonly state: SenderState;
}

/** How long a mailbox is looked at after the mail was taken: delays, forwarding, scanners and ZAP are over by then. */
export const afterwardsMs = 2 * 3_600_000;

/** Hands the message over until the provider takes or refuses it, in a world of its own, and follows it from there. */
export async function traceMessage(mail: TracedMessage, to: TraceTarget, origin: TraceOrigin): Promise<Traced> {
  const { seed, startsAt, state } = origin;
  using world = createMailWorld({ seed, startsAt, limits: defaultLimits, parameters: { dns: zoneParameters(state) } });
  await openTarget(world, to);
  const message = await handOverUntilSettled(world, mail, to.address, state);
  await world.advance(afterwardsMs);
  const outcomes = projectOutcomes(eventsAfter(world, 0)).filter((outcome) => outcome.message === message);
  return { provider: to.provider, address: to.address, outcomes };
}

/** Opens the mailbox, and the one that it forwards to by magic; none for an address whose magic is to have none. */
export async function openTarget(world: RunningWorld, { address, provider, settings }: TraceTarget): Promise<void> {
  if (!canOpen(world, address)) return;
  await world.perform(createMailbox, { address, provider, settings });
  const { forwardTo } = mailboxOf(world, address)?.settings ?? {};
  if (forwardTo !== forwardTarget(address) || mailboxOf(world, forwardTo) !== undefined) return;
  await openTarget(world, { address: forwardTo, provider, settings });
}

/** As a host that keeps to RFC 5321 tries; every try stands in the log as the issuer's own do. */
async function handOverUntilSettled(
  world: RunningWorld,
  mail: TracedMessage,
  forwardPath: string,
  state: SenderState,
): Promise<string> {
  const { retryDelaysMs, giveUpAfterMs } = world.parameters('mail', mailDefaults);
  const givesUpAt = world.clock.now() + giveUpAfterMs;
  const transaction = {
    ...(await prepareSender(world, mail, state)),
    data: mail.data,
    reversePath: mail.reversePath,
    forwardPath,
  };
  let message: string | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const handed = await world.perform(handOver, { ...transaction, ...(message !== undefined && { message }) });
    message = handed.message;
    await recordAttempt(world, message, attempt, handed.reply);
    const delayMs = retryDelaysMs[Math.min(attempt, retryDelaysMs.length) - 1] ?? giveUpAfterMs;
    const isDeferred = handed.reply.replyCode >= 400 && handed.reply.replyCode < 500;
    if (!isDeferred) return message;
    if (world.clock.now() + delayMs > givesUpAt) {
      await recordEvent(world, 'mail.given-up', { message, reason: 'retry-time-over' });
      return message;
    }
    await world.advance(delayMs);
  }
}

function recordAttempt(
  world: RunningWorld,
  message: string,
  attempt: number,
  { replyCode, enhancedStatusCode, text, stage = 'DATA' }: SmtpReply,
): Promise<void> {
  const codes = { replyCode, ...(enhancedStatusCode !== undefined && { enhancedStatusCode }) };
  return recordEvent(world, 'mail.attempted', { message, attempt, ...codes, replyText: text, stage });
}
