import { request } from 'node:http';
import { createEgress, type Egress, httpWay, isLoopbackHost } from '#sim/egress';
import type { PageReply, PageRequest } from '../window/app-window.ts';

/** Says to the gateway where the page wanted to go: `https://wallet.openbadge.test`. */
const originHeader = 'x-todoku-origin';

/** What belongs to one connection, or is made anew on the next: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const ofOneConnection: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
  'content-length',
  // Answers come as they are, not packed.
  'accept-encoding',
]);

/** The way from the pages of a phone to the services: undefined when nobody answers. */
export type Gateway = (asked: PageRequest) => Promise<PageReply | undefined>;

/**
 * Logical origins go to one port of loopback, `url`, with the origin in a header; a served world is asked on its own
 * port. Nothing else is reached.
 */
export function createGateway(url: string | undefined): Gateway {
  const egress = createEgress({ hosts: ['localhost', '127.0.0.1'] });
  return async (asked) => {
    const wanted = URL.parse(asked.url);
    if (wanted === null) return undefined;
    if (wanted.protocol === 'http:' && isLoopbackHost(wanted.hostname)) return exchange(egress, wanted, asked);
    if (url === undefined || (wanted.protocol !== 'https:' && wanted.protocol !== 'http:')) return undefined;
    const target = new URL(wanted.pathname + wanted.search, url);
    return exchange(egress, target, { ...asked, headers: { ...asked.headers, [originHeader]: wanted.origin } });
  };
}

function exchange(
  egress: Egress,
  { hostname, port, pathname, search }: URL,
  { method, headers, body }: PageRequest,
): Promise<PageReply | undefined> {
  const passed = Object.entries(headers).filter(([name]) => !ofOneConnection.has(name.toLowerCase()));
  const length = body === undefined ? {} : { 'content-length': body.length };
  return new Promise((resolve) => {
    request({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? 80 : Number(port),
      path: pathname + search,
      method,
      headers: { ...Object.fromEntries(passed), ...length, connection: 'close' },
      ...httpWay(egress, { isSecure: false }),
    })
      .once('error', () => resolve(undefined))
      .once('response', (response) => {
        const chunks: Buffer[] = [];
        response
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .once('error', () => resolve(undefined))
          .once('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: headersOf(response.rawHeaders),
              body: Buffer.concat(chunks),
            }),
          );
      })
      .end(body);
  });
}

/** Each as it came: several cookies stay several. */
function headersOf(raw: readonly string[]): PageReply['headers'] {
  const headers: [string, string][] = [];
  for (let place = 0; place + 1 < raw.length; place += 2) {
    const [name = '', value = ''] = raw.slice(place, place + 2);
    if (!ofOneConnection.has(name.toLowerCase())) headers.push([name, value]);
  }
  return headers;
}
