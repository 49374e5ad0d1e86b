import { hash } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { pageStyle } from '#sim/api';

const styleHash = `'sha256-${hash('sha256', pageStyle, 'base64')}'` as const;

const base = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

const elsewhere = {
  // A host that was once seen with it would be asked by https on every other port of localhost too.
  strictTransportSecurity: false,
  // Contexts, status lists and pictures of badges are there for everyone.
  crossOriginResourcePolicy: { policy: 'cross-origin' },
} as const;

/**
 * For services: their pages have no script and one style. There is no `form-action`: the answer to a consent leads to
 * the client, wherever it is, and browsers hold redirects of a form to that directive
 * (https://www.w3.org/TR/CSP3/#directive-form-action).
 */
export function securityHeaders(): RequestHandler {
  const directives = { ...base, styleSrc: [styleHash], imgSrc: ["'self'", 'data:'] };
  return helmet({ ...elsewhere, contentSecurityPolicy: { useDefaults: false, directives } });
}

/** For the API reference: its own scripts, the styles that they write, and requests to the service that it describes. */
export function referenceHeaders(): RequestHandler {
  const directives = {
    ...base,
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
  };
  return helmet({ ...elsewhere, contentSecurityPolicy: { useDefaults: false, directives } });
}
