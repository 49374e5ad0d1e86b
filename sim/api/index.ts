export type { ServiceName } from './about.ts';
export { bearerOf } from './bearer.ts';
export { inProcessFetch } from './in-process-fetch.ts';
export {
  createRouter,
  errorHandler,
  html,
  languageOf,
  type OpenApiDocument,
  type Operation,
  openApiOf,
  operationFinder,
  operationOf,
  type PageApp,
  page,
  pageStyle,
  type SecurityScheme,
  type Service,
  type Wire,
  Written,
} from './operation/index.ts';
export { operationTable, type TabledOperation } from './operation-table.ts';
export { type ServiceModules, serviceModules } from './service-modules.ts';
export {
  createServiceWorld,
  type ServiceWorld,
  type ServiceWorldOptions,
  type ServiceWorldSchool,
} from './service-world.ts';
export { createServices, services, type WorldServices, type WorldServicesOptions } from './services.ts';
