import type { MailpitClient } from 'mailpit-api';
import type { Egress } from '#sim/egress';
import { ServiceError } from '#sim/errors';
import { type CaptureSource, type KeptMail, sourceOver } from './capture-source.ts';
import { mailpitClient } from './mailpit-client.ts';
import { nextLook } from './poll.ts';
import { serverAddress } from './server-address.ts';
import { unfitServer } from './server-failure.ts';

type Page = Awaited<ReturnType<MailpitClient['listMessages']>>;
type Item = Page['messages'][number];
type Addressed = Pick<Item, 'ID' | 'To' | 'Cc' | 'Bcc'>;

const pageSize = 100;

/**
 * Reads a Mailpit, or a server that speaks its API, through the npm client `mailpit-api`. Mailpit writes its own trace
 * (Received, Return-Path) in front of a message's bytes, and tells no envelope. Throws ServiceError `server-url-invalid`.
 */
export function mailpitSource(url: string, egress: Egress): CaptureSource {
  const { base } = serverAddress(url);
  const client = mailpitClient(base, egress);
  const checked = async (page: Promise<Page>): Promise<Page> => {
    const found = await page;
    if (!isPage(found)) throw unfitServer(base, 'messages ?');
    return found;
  };
  const keptOf = (item: Addressed, receivedAt: string): KeptMail => ({
    id: item.ID,
    receivedAt,
    forwardPaths: [...(item.To ?? []), ...(item.Cc ?? []), ...(item.Bcc ?? [])].map(({ Address }) => Address),
    bytes: async () => Buffer.from(await client.getMessageSource(item.ID), 'latin1'),
  });
  return sourceOver({
    async *list() {
      for (let start = 0, total = 1; start < total; start += pageSize) {
        const page = await checked(client.listMessages(start, pageSize));
        total = page.messages_count;
        yield* page.messages.map((item) => keptOf(item, item.Created));
      }
    },
    async get(id) {
      // The client writes it into its path as it is.
      if (!isId(id)) return undefined;
      try {
        const found = await client.getMessageSummary(id);
        return keptOf(found, found.Date);
      } catch (error) {
        if (error instanceof ServiceError && error.code === 'captured-unknown') return undefined;
        throw error;
      }
    },
    async remove(id) {
      await client.deleteMessages({ IDs: [id] });
    },
    async withMessageId(messageId) {
      const page = await checked(client.searchMessages({ query: `message-id:"${messageId}"` }));
      return page.messages.filter(({ MessageID }) => MessageID === messageId).map((item) => keptOf(item, item.Created));
    },
    change: nextLook,
  });
}

/** `latest` is none: which one it is changes between two calls. */
function isId(id: string): boolean {
  return /^[A-Za-z0-9]{8,64}$/.test(id);
}

function isPage(page: Page): boolean {
  return (
    typeof page?.messages_count === 'number' &&
    Array.isArray(page.messages) &&
    page.messages.every(({ ID, Created }) => typeof ID === 'string' && isId(ID) && typeof Created === 'string')
  );
}
