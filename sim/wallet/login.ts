import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import {
  command,
  formatInstant,
  type Instant,
  isSameSecret,
  type Json,
  type RunningWorld,
  type World,
} from '../kernel/index.ts';
import { addressKey } from '../mail/index.ts';
import { accountAt } from './account.ts';
import { type NewDevice, registerDevice } from './device.ts';
import { walletParameters } from './parameters.ts';
import { hashPassword, passwordSalt } from './password-hash.ts';
import type { WalletPorts } from './ports.ts';
import { startSession } from './session.ts';

export interface LoggedIn {
  /** The session's token: told this once, kept only hashed. */
  readonly session: string;
  readonly account: string;
  readonly device: string;
  readonly expiresAt: string;
}

type Refusal =
  | { readonly code: 'login-failed' | 'account-not-activated' }
  | { readonly code: 'account-locked'; readonly until: Instant };

type Known = { readonly code: 'ok'; readonly account: string };

type Outcome = Refusal | (Known & { readonly token: string; readonly device: string; readonly expiresAt: Instant });

/**
 * Wrong tries are counted by address, whether or not anyone has an account there, and whichever account it is: so
 * neither the lock nor its absence tells a stranger anything.
 */
export const wrongTryTable = `
  CREATE TABLE wallet_wrong_try (address_key TEXT PRIMARY KEY, wrong INTEGER NOT NULL, locked_until INTEGER)
    STRICT, WITHOUT ROWID;`;

type Attempt = { address: string; passwordHash: string };

export const logIn = command<Attempt & { device: NewDevice }, Outcome>(
  'wallet.logIn',
  (world, { device, ...attempt }) => {
    const known = judgeAttempt(world, attempt);
    if (known.code !== 'ok') return known;
    const registered = registerDevice(world, known.account, device);
    return { ...known, device: registered, ...startSession(world, { account: known.account, device: registered }) };
  },
  { secrets: ['passwordHash'] },
);

/** Who it is, without a device and a session: for what is allowed once, on any browser. */
export const authenticate = command<Attempt, Refusal | Known>('wallet.authenticate', judgeAttempt, {
  secrets: ['passwordHash'],
});

/** The rules of every log-in. Only inside a command. */
function judgeAttempt(world: World, { address, passwordHash }: Attempt): Refusal | Known {
  // Found or not, every try reads the same and compares once.
  const account = accountAt(world, address);
  const tries = wrongTries(world, address);
  const isRight = isSameSecret(passwordHash, account?.passwordHash ?? '');
  if (tries.lockedUntil !== null) {
    return refused(world, account?.account, { code: 'account-locked', until: tries.lockedUntil });
  }
  if (account === undefined || !isRight) return countWrongTry(world, address, account?.account, tries.wrong + 1);
  forgetWrongTries(world, address);
  if (account.state !== 'active') return refused(world, account.account, { code: 'account-not-activated' });
  return { code: 'ok', account: account.account };
}

function refused(world: World, account: string | undefined, outcome: Refusal): Refusal {
  emit(world, 'login.refused', { code: outcome.code, ...(account === undefined ? {} : { account }) });
  return outcome;
}

type WrongTries = { readonly wrong: number; readonly lockedUntil: Instant | null };

function wrongTries(world: World, address: string): WrongTries {
  const row = world.store.get<WrongTries>(
    'SELECT wrong, locked_until AS lockedUntil FROM wallet_wrong_try WHERE address_key = ?',
    addressKey(address),
  );
  return row ?? { wrong: 0, lockedUntil: null };
}

function countWrongTry(world: World, address: string, account: string | undefined, wrong: number): Refusal {
  const { wrongTriesMax, lockMs } = walletParameters(world);
  const until = wrong >= wrongTriesMax ? world.clock.now() + lockMs : null;
  const key = addressKey(address);
  world.store.run(
    `INSERT INTO wallet_wrong_try (address_key, wrong, locked_until) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET wrong = excluded.wrong, locked_until = excluded.locked_until`,
    key,
    wrong,
    until,
  );
  if (until === null) return refused(world, account, { code: 'login-failed' });
  world.timers.schedule('wallet.unlock', until, { addressKey: key, until });
  const outcome = refused(world, account, { code: 'account-locked', until });
  if (account !== undefined) emit(world, 'account.locked', { account, until: formatInstant(until) });
  return outcome;
}

/** Returns whether the address was locked. Only inside a command. */
export function forgetWrongTries(world: World, address: string): boolean {
  const wasLocked = wrongTries(world, address).lockedUntil !== null;
  world.store.run('DELETE FROM wallet_wrong_try WHERE address_key = ?', addressKey(address));
  return wasLocked;
}

/** The timer of a lock ends it, and its tries with it; it does nothing when a reset did so before. */
export function unlock(world: World, payload: Json): void {
  const { addressKey: key, until } = payload as { addressKey: string; until: Instant };
  const ended = world.store.run('DELETE FROM wallet_wrong_try WHERE address_key = ? AND locked_until = ?', key, until);
  const account = accountAt(world, key)?.account;
  if (ended === 1 && account !== undefined) emit(world, 'account.unlocked', { account });
}

interface Typed {
  readonly address: string;
  readonly password: string;
}

/**
 * Opens a session of a device. Throws ServiceError `login-failed` (also where there is no account), `account-locked`,
 * and, only to who knows the password, `account-not-activated`.
 */
export async function startLogin(
  world: RunningWorld,
  ports: WalletPorts,
  { device, ...typed }: Typed & { readonly device: NewDevice },
): Promise<LoggedIn> {
  const attempt = await attemptOf(world, ports, typed);
  // The members that are known and no other: the payload is written down.
  const { kty, crv, x } = device.publicKey;
  const known = { name: device.name, publicKey: { kty, crv, x } };
  const outcome = await world.perform(logIn, { ...attempt, device: known });
  if (outcome.code !== 'ok') throw errorOf(world, outcome);
  return {
    session: outcome.token,
    account: outcome.account,
    device: outcome.device,
    expiresAt: formatInstant(outcome.expiresAt),
  };
}

/**
 * Whose address and password these are, by the rules of the log-in: wrong tries count for both. No session begins.
 * Throws as {@link startLogin}.
 */
export async function authenticateAccount(world: RunningWorld, ports: WalletPorts, typed: Typed): Promise<string> {
  const outcome = await world.perform(authenticate, await attemptOf(world, ports, typed));
  if (outcome.code !== 'ok') throw errorOf(world, outcome);
  return outcome.account;
}

async function attemptOf(world: World, ports: WalletPorts, { address, password }: Typed): Promise<Attempt> {
  const salt = accountAt(world, address)?.passwordSalt ?? passwordSalt(world, address);
  const passwordHash = await (ports.hashPassword ?? hashPassword)(password, salt, walletParameters(world).passwordCost);
  return { address, passwordHash };
}

function errorOf(world: World, refusal: Refusal): ServiceError {
  if (refusal.code !== 'account-locked') return new ServiceError(refusal.code);
  return new ServiceError('account-locked', { minutes: Math.ceil((refusal.until - world.clock.now()) / 60_000) });
}
