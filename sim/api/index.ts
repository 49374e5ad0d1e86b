export { inProcessFetch } from './in-process-fetch.ts';
export { createIssuerRouter } from './issuer-router.ts';
export { problemHandler } from './problem-handler.ts';
export {
  createServices,
  type ServiceName,
  services,
  type WorldServices,
  type WorldServicesOptions,
} from './services.ts';
export { createWalletRouter } from './wallet-router.ts';
