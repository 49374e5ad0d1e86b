import type { ScreenName } from '../words/index.ts';
import { backToCard, showDetails } from './details-flow.ts';
import { openLink } from './link-flow.ts';
import { toggleLock, unlock } from './lock-flow.ts';
import {
  activate,
  backToRegistration,
  confirmRegistration,
  continueToForm,
  createAccount,
  register,
  resendActivation,
  startWithoutLink,
  tick,
} from './registration-flow.ts';
import { forgotPassword, goToLogin, logIn, logOut, savePassword } from './session-flow.ts';
import { addAddress, confirmAddress, removeDevice, sendAddress, showDevices } from './settings-flow.ts';
import type { Handler, Turn } from './turn.ts';
import { openWallet, receive, reload, showId } from './wallet-flow.ts';

/** What a tap does, screen by screen. `retry` is the same everywhere and not listed. */
const handlers: Partial<Record<ScreenName, Readonly<Record<string, Handler>>>> = {
  'wallet-first-run': { 'log-in': goToLogin, 'create-account': createAccount },
  'registration-start': { continue: startWithoutLink, 'log-in': goToLogin },
  'registration-needs-link': { 'log-in': goToLogin },
  terms: {
    'agree-terms': tick('agree-terms'),
    'agree-privacy-policy': tick('agree-privacy-policy'),
    continue: continueToForm,
  },
  registration: { register },
  'registration-confirm': { confirm: confirmRegistration, back: backToRegistration },
  'activation-wait': { 'resend-activation': resendActivation, 'log-in': goToLogin },
  activation: { activate },
  'activation-expired': { 'resend-activation': resendActivation },
  'activation-used': { 'log-in': goToLogin },
  activated: { 'log-in': goToLogin },
  'link-used': { 'log-in': goToLogin },
  login: { 'log-in': logIn, 'forgot-password': forgotPassword, 'create-account': createAccount },
  'account-locked': { 'log-in': goToLogin },
  'password-reset-sent': { 'log-in': goToLogin },
  'password-reset': { 'save-password': savePassword },
  'password-changed': { 'log-in': goToLogin },
  'credential-list': {
    reload,
    devices: showDevices,
    'add-address': addAddress,
    'log-out': logOut,
    'app-lock': toggleLock,
  },
  'student-id': { back: reload, details: showDetails },
  'credential-details': { back: backToCard },
  'app-locked': { unlock },
  devices: { back: reload },
  'address-add': { send: sendAddress, back: reload },
  'address-sent': { back: reload },
  'address-confirmation': { confirm: confirmAddress },
};

/** Throws TypeError when a screen shows a control that does nothing. */
export function handlerOf(turn: Turn, control: string): Handler {
  const { screen, data } = turn.shown;
  if (control === 'retry') return retried(turn);
  const listed = handlers[screen]?.[control];
  if (listed !== undefined) return listed;
  if (data.list !== undefined && control.startsWith('receive')) return receive(control);
  if (data.list !== undefined && control.startsWith('show-id')) return showId(control);
  if (data.devices !== undefined && control.startsWith('remove-')) return removeDevice(control);
  throw new TypeError(`nothing happens on ${screen} for ${control}`);
}

function retried({ shown }: Turn): Handler {
  const { again } = shown.data;
  if (again === undefined) throw new TypeError(`${shown.screen} shows retry and has nothing to do again`);
  if (again.what === 'app') return openWallet;
  if (again.what === 'link') return openLink;
  const { control, on } = again;
  return (turn) => {
    const before = { ...turn, shown: { ...on, link: shown.link } };
    return handlerOf(before, control)(before);
  };
}
