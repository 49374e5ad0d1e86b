import type { Operation } from '../operation/index.ts';
import type { ServiceContext } from '../service-context.ts';
import { addAccountAddress, confirmAccountAddress } from './addresses.ts';
import { listHeld, readBadgePng, readBadgeSvg, readHeld, receive, verifyHeld } from './credentials.ts';
import { readDevices, removeDevice } from './devices.ts';
import { openActivation, openConfirmation, openOffer, openReset } from './link-pages.ts';
import { askPasswordReset, endSession, openSession, setPassword } from './login.ts';
import { present } from './presentations.ts';
import { activate, askActivationMail, register, startRegistration } from './registration.ts';

/** The HTTP of the wallet backend: mail links, accounts and phones, what they hold, and what gates ask. */
export const walletOperations: readonly Operation<ServiceContext>[] = [
  openOffer,
  openActivation,
  openReset,
  openConfirmation,
  register,
  startRegistration,
  askActivationMail,
  activate,
  openSession,
  endSession,
  askPasswordReset,
  setPassword,
  readDevices,
  removeDevice,
  addAccountAddress,
  confirmAccountAddress,
  listHeld,
  readHeld,
  verifyHeld,
  readBadgePng,
  readBadgeSvg,
  receive,
  present,
];
