import createClient from 'mailhog';
import { type Egress, egressFetch, httpWay } from '#sim/egress';
import type { ServiceError } from '#sim/errors';
import { type CaptureSource, type KeptMail, sourceOver } from './capture-source.ts';
import { mailhogBytes } from './mailhog-bytes.ts';
import { messageIdOf } from './message-id.ts';
import { nextLook } from './poll.ts';
import { type ServerAddress, serverAddress } from './server-address.ts';
import { serverFailure, unfitServer } from './server-failure.ts';

/** What MailHog tells of a message, as far as it is read here. */
interface Item {
  readonly ID: string;
  readonly Created: string;
  readonly Raw: { readonly To: readonly string[] | null; readonly Data: string };
}

interface Page {
  readonly total: number;
  readonly items: readonly Item[];
}

const pageSize = 100;

/**
 * Reads a MailHog, or a server that speaks its API, through the npm client `mailhog`, whose own decoding is left aside:
 * it knows neither ISO-2022-JP nor words that are cut inside a character. Throws ServiceError `server-url-invalid`.
 */
export function mailhogSource(url: string, egress: Egress): CaptureSource {
  const address = serverAddress(url);
  const api = mailhogApi(address, egress);
  const keptOf = ({ ID, Created, Raw }: Item): KeptMail => ({
    id: ID,
    receivedAt: Created,
    forwardPaths: Raw.To ?? [],
    bytes: () => mailhogBytes(Raw.Data, api.waysTo(ID)),
  });
  return sourceOver({
    async *list(to) {
      for (let start = 0, total = 1; start < total; start += pageSize) {
        // MailHog looks for the letters as they were typed: others than ASCII are looked for here.
        const page = await api.page(
          start,
          /^[\x21-\x7e]+$/.test(to ?? '') ? { kind: 'to', words: to ?? '' } : undefined,
        );
        total = page.total;
        yield* page.items.map(keptOf);
      }
    },
    async get(id) {
      const item = isId(id) ? await api.item(id) : undefined;
      return item && keptOf(item);
    },
    remove: (id) => api.remove(id),
    async withMessageId(messageId) {
      const { items } = await api.page(0, { kind: 'containing', words: messageId });
      // The words may stand in a body too.
      return items.filter(({ Raw }) => messageIdOf(Buffer.from(Raw.Data)) === messageId).map(keptOf);
    },
    change: nextLook,
  });
}

interface Wanted {
  readonly kind: 'to' | 'containing';
  readonly words: string;
}

function mailhogApi(address: ServerAddress, egress: Egress) {
  const { base, host, port, path, isSecure } = address;
  const options = {
    protocol: isSecure ? 'https:' : 'http:',
    host,
    port,
    basePath: `${path}/api`,
    // The client passes its options on to http.request.
    ...httpWay(egress, { isSecure }),
  };
  const client = createClient(options as Parameters<typeof createClient>[0]);
  const fetch = egressFetch(egress);
  const unfit = (reason: string): ServiceError => unfitServer(base, reason);
  const asked = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
    answer.catch((error: unknown) => {
      throw serverFailure(error, base);
    });
  const get = async (way: string) => {
    const answer = await asked(fetch(`${base}/api/v1/messages/${way}`));
    if (answer.status !== 200) throw unfit(`HTTP ${answer.status}`);
    return answer;
  };
  const item = async (id: string): Promise<Item | undefined> => {
    const answer = await get(encodeURIComponent(id));
    let found: unknown;
    try {
      found = answer.json<unknown>();
    } catch {
      throw unfit('JSON ?');
    }
    if (found === null) return undefined;
    if (!isItem(found)) throw unfit('messages ?');
    return found;
  };
  return {
    item,
    async page(start: number, wanted: Wanted | undefined): Promise<Page> {
      const answer: unknown = await asked<unknown>(
        wanted === undefined
          ? client.messages(start, pageSize)
          : client.search(wanted.words, wanted.kind, start, pageSize),
      );
      if (!isPage(answer)) throw unfit(statusOf(answer));
      return answer;
    },
    async remove(id: string): Promise<void> {
      const status = statusOf(await asked<unknown>(client.deleteMessage(id)));
      if (status !== 'HTTP 200') throw unfit(status);
    },
    waysTo: (id: string) => ({
      data: async () => (await item(id))?.Raw.Data ?? '',
      download: async () => (await get(`${encodeURIComponent(id)}/download`)).body,
    }),
  };
}

/** 44 characters of base64url and the host of the server. */
function isId(id: string): boolean {
  return /^[\w=-]{8,64}@[\w.:[\]-]+$/.test(id);
}

/** The client gives its response itself when there was no body. */
function statusOf(answer: unknown): string {
  const status = (answer as { readonly statusCode?: unknown } | undefined)?.statusCode;
  return typeof status === 'number' ? `HTTP ${status}` : 'messages ?';
}

function isPage(answer: unknown): answer is Page {
  const page = answer as Partial<Page> | null;
  return typeof page?.total === 'number' && Array.isArray(page.items) && page.items.every(isItem);
}

function isItem(value: unknown): value is Item {
  const item = value as Partial<Item> | null;
  const to = item?.Raw?.To;
  return (
    typeof item?.ID === 'string' &&
    typeof item.Created === 'string' &&
    typeof item.Raw?.Data === 'string' &&
    (to === null || (Array.isArray(to) && to.every((path) => typeof path === 'string')))
  );
}
