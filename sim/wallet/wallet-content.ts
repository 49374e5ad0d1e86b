import { ServiceError } from '../errors/index.ts';
import type { RunningWorld, World } from '../kernel/index.ts';
import type { SecuredCredential } from '../proof/index.ts';
import { confirmedAddresses } from './account.ts';
import { cardOf, type Holding, holdingOf, holdingsOf, noteStatus } from './holding.ts';
import { createIssuerClient, type IssuerClient, type ListedOffer } from './issuer-client.ts';
import type { WalletPorts } from './ports.ts';
import type { Session } from './session.ts';

export interface ReceivedCredential extends Pick<Holding, 'credential' | 'school' | 'achievement' | 'status'> {
  readonly name: string;
  readonly nameKana?: string;
  readonly studentNumber: string;
  readonly faculty?: string;
  /** RFC 3339. */
  readonly validFrom: string;
  readonly validUntil: string;
}

export type ReceivableCredential = Pick<ListedOffer, 'credential' | 'school' | 'achievement' | 'issuedAt'>;

export interface WalletContent {
  readonly received: readonly ReceivedCredential[];
  readonly receivable: readonly ReceivableCredential[];
  /** False when the issuer could not be asked: nothing receivable is known then, and a status is the last one known. */
  readonly issuerReached: boolean;
}

/** What the account has and what waits for its confirmed addresses. */
export async function walletContent(
  world: RunningWorld,
  ports: WalletPorts,
  { account }: Pick<Session, 'account'>,
): Promise<WalletContent> {
  const issuer = createIssuerClient(world, ports.fetch);
  const offers = await unlessRefused(issuer.list(confirmedAddresses(world, account)));
  if (offers !== undefined) {
    for (const { credential, status } of holdingsOf(world, account)) {
      await refreshStatus(world, issuer, credential, status);
    }
  }
  return {
    received: holdingsOf(world, account).map(receivedFrom),
    receivable: (offers ?? []).filter((offer) => isReceivable(world, offer)).map(receivableFrom),
    issuerReached: offers !== undefined,
  };
}

/** A held credential as the phone shows it. Throws ServiceError `not-found`. */
export async function heldCredential(
  world: RunningWorld,
  ports: WalletPorts,
  { account }: Session,
  credential: string,
): Promise<ReceivedCredential & SecuredCredential> {
  const before = holdingOf(world, credential);
  if (before === undefined || before.account !== account) throw new ServiceError('not-found');
  await refreshStatus(world, createIssuerClient(world, ports.fetch), credential, before.status);
  const holding = holdingOf(world, credential) ?? before;
  return { ...receivedFrom(holding), secured: holding.secured, mediaType: holding.mediaType };
}

/**
 * Taken at the issuer but held by nobody is one whose answer was lost on the way: who may have it may ask once more.
 */
function isReceivable(world: World, { credential, state }: ListedOffer): boolean {
  if (holdingOf(world, credential) !== undefined) return false;
  return state === 'issued' || state === 'notified' || state === 'claimed';
}

function receivableFrom({ credential, school, achievement, issuedAt }: ListedOffer): ReceivableCredential {
  return { credential, school, achievement, issuedAt };
}

function receivedFrom(holding: Holding): ReceivedCredential {
  const { credential, school, achievement, status } = holding;
  const { name, nameKana, studentNumber, faculty, validFrom, validUntil } = cardOf(holding);
  return {
    credential,
    school,
    achievement,
    name,
    ...(nameKana !== undefined && { nameKana }),
    studentNumber,
    ...(faculty !== undefined && { faculty }),
    validFrom,
    validUntil,
    status,
  };
}

async function refreshStatus(
  world: RunningWorld,
  issuer: IssuerClient,
  credential: string,
  known: string,
): Promise<void> {
  const status = await unlessRefused(issuer.status(credential));
  if (status !== undefined && status !== known) await world.perform(noteStatus, { credential, status });
}

/** What is held is shown also while the issuer is away, and whatever it answers. */
async function unlessRefused<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}
