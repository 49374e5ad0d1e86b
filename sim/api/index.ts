export { inProcessFetch } from './in-process-fetch.ts';
export { createIssuerRouter } from './issuer-router.ts';
export { problemHandler } from './problem-handler.ts';
export { createWalletRouter } from './wallet-router.ts';
