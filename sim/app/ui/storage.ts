import type { Bilingual } from '../../errors/index.ts';

/** A student ID in the app's storage, so that it can be shown without a network. */
export interface Card {
  readonly credential: string;
  readonly school: Bilingual;
  readonly name: string;
  readonly studentNumber: string;
  readonly faculty?: string;
  /** Instants. */
  readonly validFrom?: number;
  readonly validUntil?: number;
  readonly status: string;
  /** When the wallet backend last confirmed the status, by the phone's clock. */
  readonly confirmedAt: number;
}

/** `old-version`, `damaged-storage`: an app that takes nothing over any more. */
export type Sync = 'right' | 'old-version' | 'damaged-storage';

/** What lasts in the app, until it is removed. */
export interface AppStorage {
  session(): string | undefined;
  /** The id that the wallet backend gave this device. It outlives the session: the app then opens with its login. */
  device(): string | undefined;
  /** Another account's cards must not stay on the phone that somebody else logs in to. */
  keepSession(session: string, device: string): void;
  dropSession(): void;
  /** Oldest credential first. */
  cards(): Card[];
  keepCard(card: Card): void;
  sync(): Sync;
  isLocked(): boolean;
  setLocked(isLocked: boolean): void;
}

/** The part of the Web Storage API that is used: https://html.spec.whatwg.org/multipage/webstorage.html#storage */
interface Items {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const keys = {
  session: 'lecos.session',
  device: 'lecos.device',
  cards: 'lecos.cards',
  sync: 'lecos.sync',
  lock: 'lecos.lock',
} as const;

export function createAppStorage(items: Items): AppStorage {
  const cards = (): Record<string, Card> => {
    try {
      return JSON.parse(items.getItem(keys.cards) ?? '{}') as Record<string, Card>;
    } catch {
      return {};
    }
  };
  return {
    session: () => items.getItem(keys.session) ?? undefined,
    device: () => items.getItem(keys.device) ?? undefined,
    keepSession(session, device) {
      items.removeItem(keys.cards);
      items.setItem(keys.session, session);
      items.setItem(keys.device, device);
    },
    dropSession() {
      items.removeItem(keys.session);
      items.removeItem(keys.cards);
      items.removeItem(keys.lock);
    },
    cards: () => Object.values(cards()).sort((a, b) => (a.credential < b.credential ? -1 : 1)),
    keepCard: (card) => items.setItem(keys.cards, JSON.stringify({ ...cards(), [card.credential]: card })),
    sync() {
      const kept = items.getItem(keys.sync);
      return kept === 'old-version' || kept === 'damaged-storage' ? kept : 'right';
    },
    isLocked: () => items.getItem(keys.lock) === 'on',
    setLocked: (isLocked) => (isLocked ? items.setItem(keys.lock, 'on') : items.removeItem(keys.lock)),
  };
}
