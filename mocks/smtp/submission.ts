import { ServiceError } from '#sim/errors';
import { emit, type SmtpReply } from '#sim/events';
import { command, type World } from '#sim/kernel';
import { hasZone, introduceSender } from '../dns/index.ts';
import { deliver, fromOf, openMailbox, readHeader } from '../mailbox/index.ts';
import { smtpDefaults } from './parameters.ts';
import { refusalOfPath, refusalOfRecipient } from './recipient-check.ts';

/** What the client called itself in HELO, for the trace that a reader of the capture sees. */
export const submissionTable =
  'CREATE TABLE smtp_submission (message TEXT PRIMARY KEY, helo TEXT NOT NULL) STRICT, WITHOUT ROWID;';

/** A message that came from outside, with the addresses that RCPT was answered 250 for. */
export type Submission = {
  readonly helo: string;
  readonly reversePath: string;
  readonly forwardPaths: readonly string[];
  /** The client's lines up to MAIL, as `Transmission.opening` has them. */
  readonly opening?: readonly string[];
  /** Where the client says that it connects from (XCLIENT): for who tests what SPF makes of it. */
  readonly clientAddress?: string;
  readonly data: Uint8Array;
  /** The transaction's message when an address of it was refused already; a new one otherwise. */
  readonly message?: string;
  readonly opensMailboxes: boolean;
};

/** A RCPT that was answered with a refusal. */
export type RefusedRecipient = {
  readonly reversePath: string;
  readonly forwardPath: string;
  readonly declaredBytes: number;
  readonly message?: string;
};

/** The kind of a message that the simulation did not send itself. */
const kind = 'outside';

/**
 * Hands a submission to every address's provider and returns the one reply to its data: the first acceptance, else the
 * first "later", else the first refusal. A host that took it for one address answers for all of them.
 * Throws ServiceError `header-injection`.
 */
export const receive = command<Submission, SmtpReply>('smtp.receive', async (world, submission) => {
  const { helo, reversePath, forwardPaths, opening, opensMailboxes } = submission;
  refuseControlCharacters('reversePath', reversePath);
  const { buffer, byteOffset, byteLength } = submission.data;
  const data = Buffer.from(buffer, byteOffset, byteLength);
  const message = submission.message ?? world.ids.next('msg');
  world.store.run('INSERT INTO smtp_submission (message, helo) VALUES (?, ?)', message, helo);
  const clientAddress = submission.clientAddress ?? trustedAddress(world, reversePath, data);
  const client = {
    ...(clientAddress !== undefined && { clientAddress, helo }),
    ...(opening !== undefined && { opening }),
  };
  const replies: SmtpReply[] = [];
  for (const forwardPath of forwardPaths) {
    refuseControlCharacters('forwardPath', forwardPath);
    if (opensMailboxes) await openMailbox(world, forwardPath);
    replies.push(await deliver(world, { ...client, message, kind, reversePath, forwardPath, data }));
  }
  const [first] = replies.toSorted((a, b) => a.replyCode - b.replyCode);
  if (first === undefined) throw new TypeError('a submission goes to one address at least');
  return first;
});

/** Where a client that says nothing of it comes from, in a world that trusts it; undefined in all others. */
function trustedAddress(world: World, reversePath: string, data: Buffer): string | undefined {
  if (!world.parameters('smtp', smtpDefaults).trustsSenders || !hasZone(world)) return undefined;
  const { address } = fromOf(readHeader(data));
  const [envelope, from] = [reversePath, address].map((each) => each.slice(each.lastIndexOf('@') + 1));
  const domains = [envelope, from].filter((domain) => domain !== undefined && domain !== '');
  // SPF is asked of the envelope's domain first.
  return domains.map((domain) => introduceSender(world, domain ?? ''))[0];
}

/**
 * Writes a refusal at RCPT down as the one outcome of (message, address), and returns the message that the transaction
 * goes on under. Throws TypeError when the address is not refused.
 */
export const refuseRecipient = command<RefusedRecipient, string>('smtp.refuseRecipient', (world, refused) => {
  const refusal = refusalOfRecipient(world, { ...refused, opensMailboxes: false });
  if (refusal === undefined) throw new TypeError('the address is taken: there is nothing to refuse');
  const message = refused.message ?? world.ids.next('msg');
  emit(world, 'mail.received', {
    message,
    provider: refusal.provider,
    address: refused.forwardPath,
    outcome: refusal.judgement.outcome,
    trail: refusal.judgement.trail,
  });
  return message;
});

/** What the client of a submission called itself; undefined for a message that the simulation sent. */
export function heloOf(world: World, message: string): string | undefined {
  return world.store.get<{ helo: string }>('SELECT helo FROM smtp_submission WHERE message = ?', message)?.helo;
}

/** The server looks first; this holds for whoever else gives the command. */
function refuseControlCharacters(field: string, path: string): void {
  if (refusalOfPath(path, 'RCPT', true)?.replyCode === 501) throw new ServiceError('header-injection', { field });
}
