export { createWalletApp, walletPageApp } from './wallet-app.ts';
export { type ScreenName, type ScreenWords, walletWords } from './words/index.ts';
