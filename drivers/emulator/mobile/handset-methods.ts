import { errors } from 'appium/driver.js';
import { parseInstant } from '#sim/kernel';
import type { ExecuteMethods } from '../commands/execute-method.ts';
import type { Session } from '../session.ts';
import { bytesIn, choiceIn, type Given, numberIn, optionalText, textIn } from './given.ts';

const networkStates = ['on', 'off', 'slow', 'lost-after-request'] as const;

/** `machine` goes on with the machine’s time from where the clock is; an instant stands still there. */
async function setClock({ phone }: Session, given: Given): Promise<void> {
  const told = textIn(given, 'now');
  if (told === 'machine') return phone.setClock({ now: phone.clock.now, mode: 'running' });
  const now = parseInstant(told);
  if (now === undefined) {
    throw new errors.InvalidArgumentError(`'now' is 'machine' or an instant such as 2026-04-01T09:00:00+09:00`);
  }
  return phone.setClock({ now, mode: 'frozen' });
}

/** As if the link was tapped in an app, with what its reader chose for it. */
async function openLink({ phone }: Session, given: Given): Promise<void> {
  const from = optionalText(given, 'from') ?? 'mail';
  const app = phone.app(from);
  if (app === undefined) throw new errors.InvalidArgumentError(`'from' is an app of the handset, not '${from}'`);
  const within = given.within === undefined ? undefined : choiceIn(given, 'within', ['browser', 'mail-app'] as const);
  await phone.openUrl(textIn(given, 'url'), app.id, within);
}

/** What no real driver has. A page object that uses them works on emulated handsets alone, and asks before. */
export const handsetMethods: ExecuteMethods = {
  'handset: getNetwork': { run: async ({ phone }) => phone.network },
  'handset: openLink': { params: { required: ['url'], optional: ['from', 'within'] }, run: openLink },
  'handset: openSwitcher': { run: ({ phone }) => phone.openSwitcher() },
  'handset: setAppStorage': {
    params: { required: ['appId', 'key', 'value'] },
    run: ({ phone }, given) =>
      phone.setAppStorage(textIn(given, 'appId'), textIn(given, 'key'), textIn(given, 'value')),
  },
  'handset: setBattery': {
    params: { required: ['level'] },
    run: ({ phone }, given) => phone.setBattery(numberIn(given, 'level')),
  },
  'handset: setClock': { params: { required: ['now'] }, run: setClock },
  'handset: setClockSkew': {
    params: { required: ['skewMs'] },
    run: ({ phone }, given) => phone.setClockSkew(numberIn(given, 'skewMs')),
  },
  'handset: setNetwork': {
    params: { required: ['state'] },
    run: ({ phone }, given) => phone.setNetwork(choiceIn(given, 'state', networkStates)),
  },
  'handset: showToCamera': {
    params: { required: ['picture'] },
    run: ({ phone }, given) => phone.showToCamera(bytesIn(given, 'picture')),
  },
  'handset: updateSystem': {
    params: { required: ['version'] },
    run: ({ phone }, given) => phone.updateSystem(textIn(given, 'version')),
  },
};
