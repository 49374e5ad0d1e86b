import { compareVersions } from '../apps/install-gate.ts';
import type { PhoneCore } from './phone-core.ts';
import type { SystemDesk } from './system-answer.ts';
import type { SystemActions, SystemState } from './system-state.ts';

/** The phone, as its own pages see and handle it. */
export function deskOf(core: PhoneCore): SystemDesk {
  const actions = actionsOf(core);
  return {
    folder: core.options.ports.systemFolder,
    state: () => stateOf(core),
    async act(name, given) {
      const act = actions[name] as ((given: unknown) => unknown) | undefined;
      if (act === undefined) throw new Error(`the phone does nothing for ${name}`);
      await act(given);
    },
    picture: (name) => pictureOf(core, name),
    icon(id) {
      const own = core.installed.package(id);
      return own === undefined ? undefined : { folder: own.folder, file: own.app.icon };
    },
  };
}

type Actions = { readonly [Name in keyof SystemActions]: (given: SystemActions[Name]) => unknown };

function actionsOf(core: PhoneCore): Actions {
  return {
    'open-app': ({ id }) => core.activate(id),
    'close-app': async ({ id }) => {
      await core.terminate(id);
      core.changed();
    },
    'remove-app': ({ id }) => core.remove(id),
    'go-home': () => core.activate('home'),
    'go-back': () => core.goBack(),
    'open-switcher': () => core.openPanel('switcher'),
    'open-notifications': () => core.openPanel('notifications'),
    close: () => core.openPanel(undefined),
    'open-notification': ({ id }) => core.openNotification(id),
    'clear-notifications': () => {
      core.notices.clear();
      core.changed();
    },
    answer: ({ button }) => core.dialogs.answer(button),
    // The page that asks is the one that goes: it is answered first.
    'open-address': ({ url }) => core.pending.add(core.screens.launch('browser', addressOf(url))),
    'open-code': () => {
      const { code } = core.camera ?? {};
      if (code === undefined) throw new Error('the camera reads no code');
      core.pending.add(core.openUrl(code, { from: 'camera' }));
    },
    'set-automatic-time': () => core.pending.add(core.setClockSkew(0)),
    'update-system': ({ version }) => core.pending.add(core.updateSystem(version)),
    unlock: () => core.setLocked(false),
    'set-network': ({ state }) => core.setNetwork(state),
    'set-look': ({ isDark, language }) =>
      core.pending.add(
        core.setLook({
          ...(isDark !== undefined && { isDark }),
          ...(language !== undefined && { locale: language === 'ja' ? 'ja-JP' : 'en-US' }),
        }),
      ),
  };
}

/** As browsers complete what people type: `wallet.openbadge.test` is a site. */
function addressOf(typed: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
}

function stateOf(core: PhoneCore): SystemState {
  const { model } = core.options;
  const notifications = core.notices.shown;
  const { top } = core.dialogs;
  const { picture, code } = core.camera ?? {};
  return {
    platform: model.platform,
    version: core.version,
    model: { key: model.key, name: model.name, form: model.form },
    language: core.language,
    isDark: core.look.isDark,
    battery: core.battery,
    network: core.network.state,
    isLocked: core.isLocked,
    orientation: core.orientation,
    apps: core.installed.all
      .filter(({ id }) => id !== 'home')
      .map(({ id, name }) => ({
        id,
        name,
        isSystem: core.installed.isSystem(id),
        badge: notifications.filter(({ app }) => app === id).length,
      })),
    recent: core.screens.running.recent.map(({ app }) => app.id),
    notifications,
    ...(top !== undefined && { dialog: top }),
    ...(core.clock.skewMs !== 0 && { clockSkewMs: core.clock.skewMs }),
    ...(compareVersions(core.version, model.versions.last) < 0 && { update: model.versions.last }),
    camera: { hasPicture: picture !== undefined, ...(code !== undefined && { code }) },
  };
}

async function pictureOf(core: PhoneCore, name: string): Promise<Uint8Array | undefined> {
  if (name === 'camera') return core.camera?.picture;
  if (name === 'behind') return core.frontWindow().screenshot();
  return core.screens.running.get(name)?.windows.at(-1)?.screenshot();
}
