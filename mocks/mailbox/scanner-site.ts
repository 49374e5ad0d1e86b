import type { RequestListener } from 'node:http';
import { profiles } from '../providers/index.ts';
import { scannedTarget } from './scanner.ts';

/**
 * The sites that rewritten links lead to, by origin: each sends the browser on to the real link. That a site looks at
 * the link once more at the click is left out.
 */
export const scannerSites: Readonly<Record<string, RequestListener>> = Object.fromEntries(
  profiles.flatMap(({ scanner }) =>
    scanner?.rewritesTo === undefined ? [] : [[new URL(scanner.rewritesTo).origin, sendOn] as const],
  ),
);

/** https://www.rfc-editor.org/rfc/rfc9110#section-15.4.3 */
function sendOn(request: Parameters<RequestListener>[0], response: Parameters<RequestListener>[1]): void {
  const link = `https://${request.headers.host}${request.url}`;
  const target = URL.parse(scannedTarget(link));
  const leadsOn = target !== null && target.href !== link && /^https?:$/.test(target.protocol);
  response.statusCode = leadsOn ? 302 : 404;
  if (leadsOn) response.setHeader('location', target.href);
  response.end();
}
