export { inProcessFetch } from './in-process-fetch.ts';
export { createIssuerRouter } from './issuer-router.ts';
export { operationTable, type TabledOperation } from './operation-table.ts';
export { problemHandler } from './problem-handler.ts';
export { type ServiceModules, serviceModules } from './service-modules.ts';
export {
  createServiceWorld,
  type ServiceWorld,
  type ServiceWorldOptions,
  type ServiceWorldSchool,
} from './service-world.ts';
export {
  createServices,
  type ServiceName,
  services,
  type WorldServices,
  type WorldServicesOptions,
} from './services.ts';
export { createWalletRouter } from './wallet-router.ts';
