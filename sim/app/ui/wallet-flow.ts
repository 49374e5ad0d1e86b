import type { Bilingual } from '../../errors/index.ts';
import { walletWords } from '../words/index.ts';
import { warningOf } from './card-text.ts';
import { afterFailure } from './failure-flow.ts';
import type { Said } from './language.ts';
import type { Card } from './storage.ts';
import {
  type Again,
  callWallet,
  type Handler,
  type ListData,
  type ListEntry,
  next,
  type Shown,
  type Turn,
  thisTap,
} from './turn.ts';

const { sentences } = walletWords;

interface Named {
  readonly name: Bilingual;
}

interface Offered {
  readonly credential: string;
  readonly school: Named;
  readonly achievement: Named;
}

interface Received extends Omit<Offered, 'achievement'> {
  readonly achievement?: Named;
  readonly name: string;
  readonly studentNumber: string;
  readonly faculty?: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly status: string;
}

interface Listed {
  readonly received: readonly Received[];
  readonly receivable: readonly Offered[];
  /** False when the backend could not ask the issuer what there is to receive. */
  readonly issuerReached?: boolean;
}

/** What the app shows when its icon is tapped. */
export async function openWallet(turn: Turn): Promise<Shown> {
  const { storage } = turn.ports;
  if (storage.session() !== undefined) return showList(turn);
  return next(turn, storage.device() === undefined ? 'wallet-first-run' : 'login');
}

/** What somebody looks for in the list, and what is said when it is not there. */
export interface Wanted {
  readonly credential: string;
  readonly otherwise: Said;
}

export const reload: Handler = (turn) => showList(turn);

/** The list, as the backend has it; without a network, as the app's storage has it. */
export async function showList(turn: Turn, wanted?: Wanted): Promise<Shown> {
  const { storage } = turn.ports;
  if (storage.sync() !== 'right') return pendingList(turn);
  const answer = await callWallet<Listed>(turn, { method: 'GET', path: '/credentials' });
  const stored = storage.cards();
  if (answer.type === 'lost' && stored.length > 0) {
    return listScreen(turn, { received: stored, receivable: [], isOffline: true }, []);
  }
  if (answer.type !== 'done') return afterFailure(turn, answer, { what: 'app' });
  const { received, receivable, issuerReached } = answer.body;
  for (const entry of received) storage.keepCard(cardOf(entry, turn.ports.now()));
  const entries = { received: received.map(entryOf), receivable: receivable.map(offerOf) };
  const isListed = [...received, ...receivable].some(({ credential }) => credential === wanted?.credential);
  return listScreen(turn, entries, noteOf(received.length + receivable.length, issuerReached, isListed, wanted));
}

function noteOf(count: number, issuerReached: boolean | undefined, isListed: boolean, wanted?: Wanted): Said[] {
  if (issuerReached === false) return [sentences.issuerAway];
  if (wanted !== undefined && !isListed) return [wanted.otherwise];
  return count === 0 ? [sentences.nothingListed] : [];
}

/** An app that takes nothing over any more: what it has, and a receipt that never ends. */
function pendingList(turn: Turn): Shown {
  return listScreen(turn, { received: turn.ports.storage.cards(), receivable: [] }, [sentences.receiptPending]);
}

function listScreen(turn: Turn, list: Omit<ListData, 'toShow'>, notes: readonly Said[]): Shown {
  const toShow = oneToShow(list.received, turn.ports.now());
  return next(turn, 'credential-list', { notes, data: { list: { ...list, ...(toShow && { toShow }) } } });
}

/** What `show-id` shows: the first one that is good today, as after a renewal the old one stays in the list. */
function oneToShow(received: readonly ListEntry[], now: number): string | undefined {
  const isGood = ({ status = '', ...validity }: ListEntry): boolean =>
    status === 'active' && warningOf({ status, ...validity }, now) === undefined;
  const found = received.find(isGood) ?? received.find(({ status }) => status === 'active') ?? received[0];
  return found?.credential;
}

/** Safe to repeat: the backend gives the same credential again when its first answer was lost. */
export function receive(control: string): Handler {
  return async (turn) => {
    const [first] = turn.shown.data.list?.receivable ?? [];
    const credential = control === 'receive' ? (first?.credential ?? '') : control.slice('receive-'.length);
    const path = `/credentials/${encodeURIComponent(credential)}/receive`;
    const answer = await callWallet(turn, { method: 'POST', path, body: {} });
    if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, control));
    if (turn.ports.storage.sync() !== 'right') return pendingList(turn);
    return showCard(turn, credential, { what: 'app' });
  };
}

export function showId(control: string): Handler {
  return async (turn) => {
    const first = turn.shown.data.list?.toShow ?? '';
    const credential = control === 'show-id' ? first : control.slice('show-id-'.length);
    return showCard(turn, credential, thisTap(turn, control));
  };
}

export async function showCard(turn: Turn, credential: string, retry: Again): Promise<Shown> {
  const path = `/credentials/${encodeURIComponent(credential)}`;
  const answer = await callWallet<Received>(turn, { method: 'GET', path });
  if (answer.type === 'problem') return afterFailure(turn, answer, retry);
  const { storage } = turn.ports;
  if (answer.type === 'done') storage.keepCard(cardOf(answer.body, turn.ports.now()));
  if (!storage.cards().some((card) => card.credential === credential)) {
    return afterFailure(turn, { type: 'lost' }, retry);
  }
  return next(turn, 'student-id', { data: { credential, isOffline: answer.type === 'lost' } });
}

function offerOf({ credential, school, achievement }: Offered): ListEntry {
  return { credential, school: school.name, achievement: achievement.name };
}

function entryOf({ credential, school, achievement, name, status, ...rest }: Received): ListEntry {
  return {
    credential,
    school: school.name,
    ...(achievement && { achievement: achievement.name }),
    name,
    status,
    ...validityOf(rest),
  };
}

function cardOf(entry: Received, now: number): Card {
  return {
    credential: entry.credential,
    school: entry.school.name,
    name: entry.name,
    studentNumber: entry.studentNumber,
    status: entry.status,
    confirmedAt: now,
    ...(entry.faculty !== undefined && { faculty: entry.faculty }),
    ...validityOf(entry),
  };
}

function validityOf({ validFrom, validUntil }: Pick<Received, 'validFrom' | 'validUntil'>): {
  validFrom?: number;
  validUntil?: number;
} {
  const from = Date.parse(validFrom);
  const until = Date.parse(validUntil);
  return { ...(Number.isFinite(from) && { validFrom: from }), ...(Number.isFinite(until) && { validUntil: until }) };
}
