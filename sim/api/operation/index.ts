export { operationFinder } from './meant-operation.ts';
export { type DocumentInfo, type OpenApiDocument, openApiOf } from './open-api.ts';
export {
  type AnyReply,
  bytes,
  type Call,
  type Operation,
  operationOf,
  type SecurityScheme,
  Written,
} from './operation.ts';
export { html, Markup, type PageApp, type PageContent, page, pageReply, pageStyle } from './page.ts';
export { createApplication, createRouter, errorHandler, languageOf, type Service } from './service.ts';
export { type Wire, writeError } from './wire.ts';
