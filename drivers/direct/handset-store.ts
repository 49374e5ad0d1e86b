import { type Bilingual, ServiceError } from '#sim/errors';
import { type Json, remembered, type World } from '#sim/kernel';
import {
  type AppSync,
  type NetworkState,
  type ScreenApp,
  type ScreenName,
  type StoreCircumstances,
  usualCircumstances,
} from '../handset/index.ts';
import type { Device } from './device.ts';

export const handsetTables = `
  CREATE TABLE handset (
    id TEXT PRIMARY KEY, platform TEXT NOT NULL, version TEXT NOT NULL, form TEXT NOT NULL, model TEXT NOT NULL,
    clock_skew_ms INTEGER NOT NULL, network TEXT NOT NULL, shown TEXT NOT NULL, link TEXT,
    app_sync TEXT NOT NULL DEFAULT 'right', left_shown TEXT, left_link TEXT, store TEXT NOT NULL DEFAULT '{}'
  ) STRICT;
  CREATE TABLE handset_app (
    handset TEXT NOT NULL, app TEXT NOT NULL, version TEXT NOT NULL, badges TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (handset, app)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE handset_session (handset TEXT PRIMARY KEY, session TEXT, device TEXT NOT NULL) STRICT;
  CREATE TABLE handset_card (
    handset TEXT NOT NULL, credential TEXT NOT NULL, card TEXT NOT NULL, PRIMARY KEY (handset, credential)
  ) STRICT, WITHOUT ROWID;`;

/** What a screen carries from one tap to the next. No secret: the link's token has a column of its own. */
export interface Carried {
  /** Boxes that are ticked. */
  readonly ticked?: readonly string[];
  /** Versions of the documents that are agreed to. */
  readonly documents?: { readonly terms: string; readonly privacyPolicy: string };
  /** What the service gave the form, to know it again by. */
  readonly form?: string;
  /** The card that is shown, or that `show-id` shows. */
  readonly credential?: string;
  /** What `receive` receives. */
  readonly receivable?: string;
  /** The card stands as it was stored, for want of a network. */
  readonly isOffline?: boolean;
  /** What `retry` does again. */
  readonly again?: Again;
}

export type Again =
  | { readonly what: 'link' }
  | { readonly what: 'app' }
  | { readonly what: 'control'; readonly control: string; readonly on: Shown };

/** What the handset shows, as it is kept. */
export interface Shown {
  readonly app: ScreenApp;
  readonly screen: ScreenName;
  readonly texts: readonly Bilingual[];
  readonly fields: readonly string[];
  readonly controls: readonly string[];
  /** Controls that are there and do nothing yet. */
  readonly disabled: readonly string[];
  readonly carried: Carried;
}

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
  /** When the wallet backend last confirmed the status, by the handset's clock. */
  readonly confirmedAt: number;
}

export interface HandsetState {
  readonly id: string;
  readonly device: Device;
  readonly clockSkewMs: number;
  readonly network: NetworkState;
  readonly shown: Shown;
  /** What the person left for the home screen, with the link that it stands for. */
  readonly left: { readonly shown: Shown; readonly link: string | undefined } | undefined;
  readonly appSync: AppSync;
  readonly store: StoreCircumstances;
  /** The link that the shown page stands for. */
  readonly link: string | undefined;
  /** The session that the app holds, and the id that the wallet backend gave this device. */
  readonly session: string | undefined;
  readonly registeredDevice: string | undefined;
}

interface Row {
  id: string;
  platform: Device['platform'];
  version: string;
  form: Device['form'];
  model: string;
  clock_skew_ms: number;
  network: NetworkState;
  shown: string;
  link: string | null;
  app_sync: AppSync;
  left_shown: string | null;
  left_link: string | null;
  store: string;
  session: string | null;
  device: string | null;
}

/** Throws ServiceError `handset-unknown`. */
export const readHandset = remembered(['handset', 'handset_session'], (world: World, handset): HandsetState => {
  const row = world.store.get<Row>(
    'SELECT h.*, s.session, s.device FROM handset h LEFT JOIN handset_session s ON s.handset = h.id WHERE h.id = ?',
    handset,
  );
  if (row === undefined) throw new ServiceError('handset-unknown', { handset });
  return {
    id: row.id,
    device: { platform: row.platform, version: row.version, form: row.form, model: row.model },
    clockSkewMs: row.clock_skew_ms,
    network: row.network,
    shown: JSON.parse(row.shown) as Shown,
    link: row.link ?? undefined,
    appSync: row.app_sync,
    store: { ...usualCircumstances, ...(JSON.parse(row.store) as Partial<StoreCircumstances>) },
    left:
      row.left_shown === null
        ? undefined
        : { shown: JSON.parse(row.left_shown) as Shown, link: row.left_link ?? undefined },
    session: row.session ?? undefined,
    registeredDevice: row.device ?? undefined,
  };
});

/** An app that is installed, with the badges that it shows without asking the wallet backend. */
export interface InstalledApp {
  readonly version: string;
  readonly badges: readonly string[];
}

export function installedApp(world: World, handset: string, app: string): InstalledApp | undefined {
  const row = world.store.get<{ version: string; badges: string }>(
    'SELECT version, badges FROM handset_app WHERE handset = ? AND app = ?',
    handset,
    app,
  );
  return row === undefined ? undefined : { version: row.version, badges: JSON.parse(row.badges) as string[] };
}

/** Versions of the apps that are on the handset, by app. */
export function installedApps(world: World, handset: string): Readonly<Record<string, string>> {
  const rows = world.store.all<{ app: string; version: string }>(
    'SELECT app, version FROM handset_app WHERE handset = ? ORDER BY app',
    handset,
  );
  return Object.fromEntries(rows.map(({ app, version }) => [app, version]));
}

export function isInstalled(world: World, handset: string, app: string): boolean {
  return installedApp(world, handset, app) !== undefined;
}

/** The cards in the app's storage, oldest credential first. */
export function cardsOf(world: World, handset: string): Card[] {
  return world.store
    .all<{ card: string }>('SELECT card FROM handset_card WHERE handset = ? ORDER BY credential', handset)
    .map(({ card }) => JSON.parse(card) as Card);
}

export function cardOf(world: World, handset: string, credential: string): Card | undefined {
  return cardsOf(world, handset).find((card) => card.credential === credential);
}

/** By the clock that the handset shows, which may be wrong. */
export function handsetNow(world: World, state: HandsetState): number {
  return world.clock.now() + state.clockSkewMs;
}

/** The interfaces above hold JSON only; they lack the index signature that the type of a payload asks for. */
export function asJson(value: Shown | Card): Json {
  return value as unknown as Json;
}
