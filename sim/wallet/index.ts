import type { Module } from '../kernel/index.ts';
import { accountTables } from './account.ts';
import { activate, resendActivation } from './activation.ts';
import { confirm, requestConfirmation } from './address.ts';
import { deviceTable, removeDevice, seeDevice } from './device.ts';
import { hold, holdingTable, noteStatus } from './holding.ts';
import { authenticate, logIn, unlock, wrongTryTable } from './login.ts';
import { registrationTable } from './offer-page.ts';
import { linkTable } from './one-time-link.ts';
import { requestReset, sendResetMail, setPassword } from './password-reset.ts';
import { notePresentation } from './presentation.ts';
import { refuse } from './refusal.ts';
import { beginRegistration, register } from './registration.ts';
import { endSession, sessionTable } from './session.ts';

export { type Account, accountAt, accountOf, confirmedAddresses, consentsOf } from './account.ts';
export { activateAccount, requestActivationMail, showActivation } from './activation.ts';
export { addAddress, confirmAddress, showConfirmation } from './address.ts';
export { requireCurrentApp } from './app-version.ts';
export { type DeviceKey, type ListedDevice, listDevices, logOutDevice, type NewDevice, noteSeen } from './device.ts';
export { type Holding, holdingOf, holdingsOf } from './holding.ts';
export { authenticateAccount, type LoggedIn, startLogin } from './login.ts';
export { notices } from './notices.ts';
export { type OfferPage, showOffer } from './offer-page.ts';
export { owaspPasswordCost, type PasswordCost, walletDefaults } from './parameters.ts';
export type { HashPassword } from './password-hash.ts';
export { requestPasswordReset, resetPassword, showReset } from './password-reset.ts';
export {
  type BrokenPasswordRule,
  brokenPasswordRules,
  type PasswordRule,
  passwordLength,
  passwordRules,
  passwordSymbols,
} from './password-rules.ts';
export type { WalletPorts } from './ports.ts';
export { type Presentation, presentCredential } from './presentation.ts';
export { type Receipt, receiveCredential } from './receipt.ts';
export { type Registered, type RegistrationForm, registerAccount, startWithoutLink } from './registration.ts';
export { logOut, type Session, sessionOf } from './session.ts';
export { type DeviceForm, deviceForm, requirePhone } from './user-agent.ts';
export {
  heldCredential,
  type ReceivableCredential,
  type ReceivedCredential,
  type WalletContent,
  walletContent,
} from './wallet-content.ts';

/** The wallet backend: accounts and what they hold. It meets the issuer only over HTTP. */
export const walletModule: Module = {
  name: 'wallet',
  tables: [accountTables, linkTable, registrationTable, wrongTryTable, deviceTable, sessionTable, holdingTable].join(
    '\n',
  ),
  commands: [
    beginRegistration,
    register,
    activate,
    resendActivation,
    logIn,
    authenticate,
    endSession,
    seeDevice,
    removeDevice,
    requestReset,
    setPassword,
    requestConfirmation,
    confirm,
    hold,
    noteStatus,
    notePresentation,
    refuse,
  ],
  timers: {
    'wallet.unlock': unlock,
    'wallet.sendReset': sendResetMail,
  },
};
