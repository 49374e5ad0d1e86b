export { createFakeWallet } from './fake-wallet.ts';
export { type FakeWallet, hanako, type SeenRequest } from './fake-wallet-state.ts';
export { type CreateHandset, handsetContract, phoneContract, walletContract } from './handset-contract.ts';
export type { HandsetUnderTest } from './started-handset.ts';
