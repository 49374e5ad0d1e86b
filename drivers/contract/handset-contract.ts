import { describe } from 'vitest';
import type { StoreDevice } from '../handset/index.ts';
import { listContract, logInContract, syncContract } from './app-contract.ts';
import { createFakeWallet } from './fake-wallet.ts';
import type { FakeWallet } from './fake-wallet-state.ts';
import { linkContract, mailAppContract } from './link-contract.ts';
import { networkContract } from './network-contract.ts';
import { redirectContract } from './redirect-contract.ts';
import { activationContract, formContract, oldFormContract } from './registration-contract.ts';
import type { Abilities, HandsetUnderTest, Start } from './started-handset.ts';
import { otherAppContract, storeContract } from './store-contract.ts';
import { stateContract, studentIdContract } from './student-id-contract.ts';

export type CreateHandset = (wallet: FakeWallet, device: StoreDevice) => Promise<HandsetUnderTest>;

const android: StoreDevice = { platform: 'Android', version: '13', form: 'phone' };

/** Everything that a handset must do, whatever stands behind it. */
export function handsetContract(driver: string, createHandset: CreateHandset, abilities?: Abilities): void {
  phoneContract(driver, createHandset, abilities);
  walletContract(driver, createHandset);
}

/** Of it, what the phone does: stores, links, battery, clock and network. */
export function phoneContract(
  driver: string,
  createHandset: CreateHandset,
  abilities: Abilities = { hasOldWallet: true },
): void {
  const start = startWith(createHandset);
  describe(`a handset by ${driver}`, () => {
    describe('and its app store', () => storeContract(start));
    describe('and apps that are not the newest LecoS app', () => otherAppContract(start, abilities));
    describe('and links of mails', () => linkContract(start));
    describe('and links that the mail app opens', () => mailAppContract(start));
    describe('and links that are redirected', () => redirectContract(start));
    describe('and its battery and clock', () => stateContract(start));
    describe('and a network that fails', () => networkContract(start));
  });
}

/** Of it, what the wallet on it does. */
export function walletContract(driver: string, createHandset: CreateHandset): void {
  const start = startWith(createHandset);
  describe(`a wallet on a handset by ${driver}`, () => {
    describe('and the form of a registration', () => formContract(start));
    describe('and a form that was left lying', () => oldFormContract(start));
    describe('and the activation', () => activationContract(start));
    describe('and the log-in', () => logInContract(start));
    describe('and the list', () => listContract(start));
    describe('and an app out of step', () => syncContract(start));
    describe('and the student ID', () => studentIdContract(start));
  });
}

function startWith(createHandset: CreateHandset): Start {
  return async (device = android) => {
    const wallet = createFakeWallet();
    return { wallet, ...(await createHandset(wallet, device)) };
  };
}
