import type { Bilingual } from '#sim/errors';
import { emit } from '#sim/events';
import { command, type Json } from '#sim/kernel';
import {
  type AppOffer,
  type AppSync,
  type NetworkState,
  type StoreCircumstances,
  screenCatalogue,
} from '../handset/index.ts';
import { checkDevice } from './device.ts';
import { type Card, readHandset, type Shown } from './handset-store.ts';

const home: Shown = { app: 'home', screen: 'home', ...screenCatalogue.home, disabled: [], carried: {} };

type NewHandset = {
  platform: string;
  version: string;
  form: string;
  model: string;
  clockSkewMs?: number;
  /** What differs from an ordinary phone. */
  store?: Partial<StoreCircumstances>;
  /** Apps that are on it already, and the badges in them. */
  apps?: readonly { readonly app: string; readonly version: string; readonly badges?: readonly string[] }[];
};

/** Throws ServiceError `device-invalid`. Returns the handset's id. */
export const createHandset = command<NewHandset, string>('handset.create', (world, given) => {
  const { platform, version, form, model, clockSkewMs = 0, store = {}, apps = [] } = given;
  checkDevice({ platform, version, form, model });
  const id = world.ids.next('hs');
  world.store.run(
    `INSERT INTO handset (id, platform, version, form, model, clock_skew_ms, network, shown, link, store)
     VALUES (?, ?, ?, ?, ?, ?, 'on', ?, NULL, ?)`,
    id,
    platform,
    version,
    form,
    model,
    clockSkewMs,
    JSON.stringify(home),
    JSON.stringify(store),
  );
  for (const { app, version: appVersion, badges = [] } of apps) {
    world.store.run(
      'INSERT INTO handset_app (handset, app, version, badges) VALUES (?, ?, ?, ?)',
      id,
      app,
      appVersion,
      JSON.stringify(badges),
    );
  }
  emit(world, 'handset.joined', { handset: id, platform, version, form });
  return id;
});

/** An update of the operating system. Throws ServiceError `device-invalid`, `handset-unknown`. */
export const updateSystem = command<{ handset: string; version: string }, void>(
  'handset.updateSystem',
  (world, { handset, version }) => {
    const { device } = readHandset(world, handset);
    checkDevice({ ...device, version });
    world.store.run('UPDATE handset SET version = ? WHERE id = ?', version, handset);
    emit(world, 'handset.updated', { handset, version });
  },
);

/** How far the handset's clock is ahead of true time; negative when it is behind. */
export const setHandsetClock = command<{ handset: string; skewMs: number }, void>(
  'handset.setClock',
  (world, { handset, skewMs }) => {
    readHandset(world, handset);
    world.store.run('UPDATE handset SET clock_skew_ms = ? WHERE id = ?', skewMs, handset);
    emit(world, 'handset.clock-set', { handset, skewMs });
  },
);

export const setHandsetNetwork = command<{ handset: string; state: NetworkState }, void>(
  'handset.setNetwork',
  (world, { handset, state }) => {
    if (readHandset(world, handset).network === state) return;
    world.store.run('UPDATE handset SET network = ? WHERE id = ?', state, handset);
    emit(world, 'network.changed', { handset, state });
  },
);

/** What changes of the store account, the storage, or what a guardian says. */
export const setHandsetStore = command<{ handset: string; change: Partial<StoreCircumstances> }, void>(
  'handset.setStore',
  (world, { handset, change }) => {
    const store = { ...readHandset(world, handset).store, ...change };
    world.store.run('UPDATE handset SET store = ? WHERE id = ?', JSON.stringify(store), handset);
    for (const [what, value] of Object.entries(change)) {
      emit(world, 'handset.store-changed', { handset, what, value: String(value) });
    }
  },
);

/** The version of an app whose store has only one. */
export const onlyVersion = '1.0';

type Visit = {
  handset: string;
  app: string;
  verdict: AppOffer['verdict'];
  sentence: { ja: string; en: string };
  version?: string;
};

export const visitStore = command<Visit, void>('handset.visitStore', (world, given) => {
  const { handset, app, verdict, sentence, version = onlyVersion } = given;
  readHandset(world, handset);
  if (verdict === 'installed') {
    world.store.run(
      'INSERT OR IGNORE INTO handset_app (handset, app, version) VALUES (?, ?, ?)',
      handset,
      app,
      version,
    );
  }
  emit(world, 'store.offered', { handset, app, verdict, sentence });
});

export const removeHandsetApp = command<{ handset: string; app: string }, void>(
  'handset.removeApp',
  (world, { handset, app }) => {
    readHandset(world, handset);
    const removed = world.store.run('DELETE FROM handset_app WHERE handset = ? AND app = ?', handset, app);
    if (removed === 0) return;
    if (app === 'wallet') {
      world.store.run('DELETE FROM handset_session WHERE handset = ?', handset);
      world.store.run('DELETE FROM handset_card WHERE handset = ?', handset);
      world.store.run("UPDATE handset SET app_sync = 'right' WHERE id = ?", handset);
    }
    world.store.run('UPDATE handset SET shown = ?, link = NULL WHERE id = ?', JSON.stringify(home), handset);
    emit(world, 'app.removed', { handset, app });
  },
);

/** What a version does wrong ends with it; the app's storage stays as it is. */
export const updateHandsetApp = command<{ handset: string; app: string; version?: string }, void>(
  'handset.updateApp',
  (world, { handset, app, version = onlyVersion }) => {
    readHandset(world, handset);
    world.store.run('UPDATE handset_app SET version = ? WHERE handset = ? AND app = ?', version, handset, app);
    world.store.run("UPDATE handset SET app_sync = 'right' WHERE id = ? AND app_sync = 'old-version'", handset);
    emit(world, 'app.updated', { handset, app });
  },
);

export const setHandsetAppSync = command<{ handset: string; state: AppSync }, void>(
  'handset.setAppSync',
  (world, { handset, state }) => {
    if (readHandset(world, handset).appSync === state) return;
    world.store.run('UPDATE handset SET app_sync = ? WHERE id = ?', state, handset);
    emit(world, 'app.sync-changed', { handset, state });
  },
);

/** The home screen is shown; the page and its link wait in columns of their own, as no page is told with its link. */
export const leavePage = command<{ handset: string }, void>('handset.leave', (world, { handset }) => {
  readHandset(world, handset);
  world.store.run(
    'UPDATE handset SET left_shown = shown, left_link = link, shown = ?, link = NULL WHERE id = ?',
    JSON.stringify(home),
    handset,
  );
  emit(world, 'screen.shown', { handset, app: home.app, screen: home.screen, texts: [...home.texts] });
});

export const noteOpening = command<{ handset: string; app: string; byLink: boolean }, void>(
  'handset.open',
  (world, { handset, app, byLink }) => {
    readHandset(world, handset);
    if (byLink) emit(world, 'link.tapped', { handset, opensIn: app });
    emit(world, 'app.opened', { handset, app });
  },
);

export const keepSession = command<{ handset: string; session: string; device: string }, void>(
  'handset.logIn',
  (world, { handset, session, device }) => {
    // Another account's cards must not stay on the phone that somebody else logs in to.
    world.store.run('DELETE FROM handset_card WHERE handset = ?', handset);
    world.store.run(
      'INSERT OR REPLACE INTO handset_session (handset, session, device) VALUES (?, ?, ?)',
      handset,
      session,
      device,
    );
  },
  { secrets: ['session'] },
);

/** The row stays: an app that somebody was logged in to opens with its login screen, not as on the first day. */
export const dropSession = command<{ handset: string }, void>('handset.logOut', (world, { handset }) => {
  world.store.run('UPDATE handset_session SET session = NULL WHERE handset = ?', handset);
  world.store.run('DELETE FROM handset_card WHERE handset = ?', handset);
});

export const keepCard = command<{ handset: string; card: Json }, void>(
  'handset.keepCard',
  (world, { handset, card }) => {
    const { credential } = card as unknown as Card;
    world.store.run(
      'INSERT OR REPLACE INTO handset_card (handset, credential, card) VALUES (?, ?, ?)',
      handset,
      credential,
      JSON.stringify(card),
    );
  },
);

/** The one way in which a screen appears. `link` is the token that the page was opened with. */
export const showScreen = command<{ handset: string; shown: Json; link?: string }, void>(
  'handset.show',
  (world, { handset, shown, link }) => {
    const { app, screen, texts } = shown as unknown as Shown;
    world.store.run(
      'UPDATE handset SET shown = ?, link = ?, left_shown = NULL, left_link = NULL WHERE id = ?',
      JSON.stringify(shown),
      link ?? null,
      handset,
    );
    emit(world, 'screen.shown', { handset, app, screen, texts: texts as Bilingual[] });
  },
  { secrets: ['link'] },
);
