export type { ServiceName } from './about.ts';
export { inProcessFetch } from './in-process-fetch.ts';
export { createServices, services, type WorldServices, type WorldServicesOptions } from './services.ts';
