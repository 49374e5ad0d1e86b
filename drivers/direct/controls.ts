import type { ScreenName } from '../handset/index.ts';
import { logInToOldWallet } from './old-wallet-flow.ts';
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
import type { Handler } from './turn.ts';
import { receive, showId, showList } from './wallet-flow.ts';

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
  'old-wallet-login': { 'log-in': logInToOldWallet },
  'account-locked': { 'log-in': goToLogin },
  'password-reset-sent': { 'log-in': goToLogin },
  'password-reset': { 'save-password': savePassword },
  'password-changed': { 'log-in': goToLogin },
  'credential-list': { reload: showList, devices: showDevices, 'add-address': addAddress, 'log-out': logOut },
  'student-id': { back: showList },
  devices: { back: showList },
  'address-add': { send: sendAddress, back: showList },
  'address-sent': { back: showList },
  'address-confirmation': { confirm: confirmAddress },
};

/** Throws TypeError when a screen shows a control that does nothing. */
export function handlerOf(screen: ScreenName, control: string): Handler {
  const listed = handlers[screen]?.[control];
  if (listed !== undefined) return listed;
  if (screen === 'credential-list' && control.startsWith('receive')) return receive(control);
  if (screen === 'credential-list' && control.startsWith('show-id')) return showId(control);
  if (screen === 'devices' && control.startsWith('remove-')) return removeDevice(control);
  throw new TypeError(`nothing happens on ${screen} for ${control}`);
}
