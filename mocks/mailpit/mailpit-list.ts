import type { RunningWorld } from '#sim/kernel';
import { arrivalCount, arrivalOf, arrivals } from '../mailbox/index.ts';
import { messageOf } from './mailpit-id.ts';
import { type MailpitMessage, mailpitMessage } from './mailpit-message.ts';
import { isRead } from './mailpit-module.ts';
import { Misused } from './mailpit-request.ts';
import { searchFilter } from './search-filter.ts';

/** Throws Misused for an empty query, or a filter that is not there. */
export async function search(world: RunningWorld, query: string): Promise<readonly MailpitMessage[]> {
  if (query === '') throw new Misused('Error: no search query');
  const filter = searchFilter(query);
  if (typeof filter === 'string') throw new Misused(`Error: the filter ${filter} is not there`);
  const found: MailpitMessage[] = [];
  for (const arrival of arrivals(world, { offset: 0, limit: -1 })) {
    const message = await mailpitMessage(world, arrival);
    if (filter(message)) found.push(message);
  }
  return found;
}

/** The message that an id names, `latest` the newest. */
export function chosen(world: RunningWorld, id: string): string | undefined {
  return id === 'latest' ? arrivals(world, { offset: 0, limit: 1 })[0]?.message : messageOf(world, id);
}

export async function load(world: RunningWorld, id: string): Promise<MailpitMessage | undefined> {
  const message = chosen(world, id);
  const arrival = message === undefined ? undefined : arrivalOf(world, message);
  return arrival && mailpitMessage(world, arrival);
}

function everything(world: RunningWorld): string[] {
  return arrivals(world, { offset: 0, limit: -1 }).map(({ message }) => message);
}

/** Ids that nobody gave are passed over, as Mailpit does. */
export function idsOrAll(world: RunningWorld, ids: readonly string[]): string[] {
  if (ids.length === 0) return everything(world);
  return ids.map((id) => messageOf(world, id)).filter((message) => message !== undefined);
}

export function unreadIn(world: RunningWorld): number {
  return everything(world).filter((message) => !isRead(world, message)).length;
}

export function listJson(
  world: RunningWorld,
  messages: readonly MailpitMessage[],
  { start, count, unread }: { readonly start: number; readonly count: number; readonly unread: number },
): object {
  return {
    total: arrivalCount(world),
    unread: unreadIn(world),
    count: messages.length,
    messages_count: count,
    messages_unread: unread,
    start,
    tags: [],
    messages: messages.map(({ summary }) => summary),
  };
}

export function info(world: RunningWorld): object {
  return {
    Version: 'todoku',
    LatestVersion: '',
    Database: '',
    DatabaseSize: 0,
    Messages: arrivalCount(world),
    Unread: unreadIn(world),
    Tags: {},
    RuntimeStats: {
      Uptime: 0,
      Memory: 0,
      MessagesDeleted: 0,
      SMTPAccepted: 0,
      SMTPAcceptedSize: 0,
      SMTPRejected: 0,
      SMTPIgnored: 0,
    },
  };
}
