import type { Bilingual } from '#sim/errors';
import { parseInstant } from '#sim/kernel';
import { cardTexts } from './card-text.ts';
import { keepCard } from './commands.ts';
import { afterFailure, thisTap } from './failure-flow.ts';
import { type Again, asJson, type Card, cardOf, cardsOf, handsetNow } from './handset-store.ts';
import { screenText } from './screen-text.ts';
import { type Handler, type Next, next, type Turn } from './turn.ts';
import { callWallet } from './wallet-client.ts';

interface Named {
  readonly name: Bilingual;
}

interface Receivable {
  readonly credential: string;
  readonly school: Named;
  readonly achievement: Named;
}

interface Received {
  readonly credential: string;
  readonly school: Named;
  readonly name: string;
  readonly studentNumber: string;
  readonly faculty?: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly status: string;
}

interface Listed {
  readonly received: readonly (Received & { readonly achievement: Named })[];
  readonly receivable: readonly Receivable[];
  /** False when the backend could not ask the issuer what there is to receive. */
  readonly issuerReached?: boolean;
}

/** What the app shows when its icon is tapped. */
export async function openWallet(turn: Turn): Promise<Next> {
  if (turn.state.session !== undefined) return showList(turn);
  return next(turn, turn.state.registeredDevice === undefined ? 'wallet-first-run' : 'login');
}

/** What somebody looks for in the list, and what is said when it is not there. */
export interface Wanted {
  readonly credential: string;
  readonly otherwise: Bilingual;
}

/** The list, as the backend has it; without a network, as the app's storage has it. */
export async function showList(turn: Turn, wanted?: Wanted): Promise<Next> {
  const inApp: Turn = { ...turn, app: 'wallet' };
  if (turn.state.appSync !== 'right') return pendingList(inApp);
  const answer = await callWallet<Listed>(inApp, { method: 'GET', path: '/credentials' });
  const stored = cardsOf(turn.world, turn.state.id);
  if (answer.type === 'lost' && stored.length > 0) {
    return list(inApp, [screenText.offline, ...stored.flatMap(cardLine)], stored, []);
  }
  if (answer.type !== 'done') return afterFailure(inApp, answer, { what: 'app' });
  const { received, receivable, issuerReached } = answer.body;
  for (const entry of received) await storeCard(inApp, entry);
  const texts: Bilingual[] = [
    ...receivable.flatMap(({ school, achievement }) => [school.name, achievement.name]),
    ...received.flatMap(({ school, achievement }) => [school.name, achievement.name]),
  ];
  const isListed = [...received, ...receivable].some(({ credential }) => credential === wanted?.credential);
  if (issuerReached === false) texts.push(screenText.issuerAway);
  else if (wanted !== undefined && !isListed) texts.push(wanted.otherwise);
  else if (texts.length === 0) texts.push(screenText.nothingListed);
  return list(inApp, texts, received, receivable);
}

/** An app that takes nothing over any more: what it has, and a receipt that never ends. */
function pendingList(turn: Turn): Next {
  const stored = cardsOf(turn.world, turn.state.id);
  return list(turn, [...stored.flatMap(cardLine), screenText.receiptPending], stored, []);
}

function cardLine({ school }: Card): Bilingual[] {
  return [school];
}

/** An entry of the list that has been received: from the backend, or a card in the app's storage. */
interface Listable {
  readonly credential: string;
  readonly status: string;
  readonly validFrom?: string | number;
  readonly validUntil?: string | number;
}

/** What `show-id` shows: the first one that is good today, as after a renewal the old one stays in the list. */
function oneToShow(turn: Turn, received: readonly Listable[]): Listable | undefined {
  const now = handsetNow(turn.world, turn.state);
  const instantOf = (time: string | number): number => (typeof time === 'number' ? time : (parseInstant(time) ?? 0));
  const isGood = ({ status, validFrom = 0, validUntil = Number.POSITIVE_INFINITY }: Listable): boolean =>
    status === 'active' && instantOf(validFrom) <= now && now < instantOf(validUntil);
  return received.find(isGood) ?? received.find(({ status }) => status === 'active') ?? received[0];
}

/** `receive` means the first; when there are several, each has a control of its own besides. */
function list(
  turn: Turn,
  texts: readonly Bilingual[],
  received: readonly Listable[],
  receivable: readonly { readonly credential: string }[],
): Next {
  const controls = [...namedControls('receive', receivable), ...namedControls('show-id', received)];
  const [toReceive] = receivable;
  const toShow = oneToShow(turn, received);
  return next(turn, 'credential-list', {
    texts,
    controls,
    carried: {
      ...(toReceive === undefined ? {} : { receivable: toReceive.credential }),
      ...(toShow === undefined ? {} : { credential: toShow.credential }),
    },
  });
}

function namedControls(name: string, entries: readonly { readonly credential: string }[]): string[] {
  if (entries.length === 0) return [];
  return entries.length === 1 ? [name] : [name, ...entries.map(({ credential }) => `${name}-${credential}`)];
}

/** Safe to repeat: the backend gives the same credential again when its first answer was lost. */
export function receive(control: string): Handler {
  return async (turn) => {
    const credential = credentialOf(control, 'receive', turn.state.shown.carried.receivable);
    const answer = await callWallet(turn, { method: 'POST', path: `/credentials/${credential}/receive`, body: {} });
    if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, control));
    if (turn.state.appSync !== 'right') return pendingList(turn);
    return showCard(turn, credential, { what: 'app' });
  };
}

export function showId(control: string): Handler {
  return async (turn) => {
    const credential = credentialOf(control, 'show-id', turn.state.shown.carried.credential);
    return showCard(turn, credential, thisTap(turn, control));
  };
}

function credentialOf(control: string, name: string, first: string | undefined): string {
  const credential = control === name ? first : control.slice(name.length + 1);
  if (credential === undefined) throw new TypeError(`${control} is shown and stands for nothing`);
  return credential;
}

async function showCard(turn: Turn, credential: string, retry: Again): Promise<Next> {
  const answer = await callWallet<Received>(turn, {
    method: 'GET',
    path: `/credentials/${encodeURIComponent(credential)}`,
  });
  if (answer.type === 'done') await storeCard(turn, answer.body);
  const card = cardOf(turn.world, turn.state.id, credential);
  if (answer.type === 'problem' || card === undefined) {
    return afterFailure(turn, answer.type === 'done' ? { type: 'lost' } : answer, retry);
  }
  const texts = cardTexts(card, handsetNow(turn.world, turn.state), answer.type === 'lost');
  return next(turn, 'student-id', { texts, carried: { credential, isOffline: answer.type === 'lost' } });
}

async function storeCard(turn: Turn, entry: Received): Promise<void> {
  const validFrom = parseInstant(entry.validFrom);
  const validUntil = parseInstant(entry.validUntil);
  const card: Card = {
    credential: entry.credential,
    school: entry.school.name,
    name: entry.name,
    studentNumber: entry.studentNumber,
    status: entry.status,
    confirmedAt: handsetNow(turn.world, turn.state),
    ...(entry.faculty === undefined ? {} : { faculty: entry.faculty }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
  await turn.world.perform(keepCard, { handset: turn.state.id, card: asJson(card) });
}
