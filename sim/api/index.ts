export { inProcessFetch } from './in-process-fetch.ts';
export { createIssuerRouter } from './issuer-router.ts';
export {
  createRouter,
  errorHandler,
  languageOf,
  type OpenApiDocument,
  type Operation,
  openApiOf,
  operationOf,
  pageStyle,
  type SecurityScheme,
  type Service,
  type Wire,
  Written,
} from './operation/index.ts';
export { problemHandler } from './problem-handler.ts';
export {
  createServices,
  type ServiceName,
  services,
  type WorldServices,
  type WorldServicesOptions,
} from './services.ts';
export { createWalletRouter } from './wallet-router.ts';
