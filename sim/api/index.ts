export type { ServiceName } from './about.ts';
export { inProcessFetch } from './in-process-fetch.ts';
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
export { createServices, services, type WorldServices, type WorldServicesOptions } from './services.ts';
