import type { Request } from 'express';
import type { Language } from '#sim/errors';

/** The language that a page is asked for in: `?lang=`, else the browser's. */
export function languageOf(request: Pick<Request, 'originalUrl' | 'acceptsLanguages'>): Language {
  const asked = new URL(request.originalUrl, 'http://localhost').searchParams.get('lang');
  if (asked === 'ja' || asked === 'en') return asked;
  return request.acceptsLanguages('ja', 'en') === 'en' ? 'en' : 'ja';
}
