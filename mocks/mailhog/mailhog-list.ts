import type { World } from '#sim/kernel';
import { type Arrival, arrivalCount, arrivalOf, arrivals, bytesOf } from '../mailbox/index.ts';
import { heloOf } from '../smtp/index.ts';
import { goString } from './go-string.ts';
import { type MailhogMessage, mailhogMessage } from './mailhog-message.ts';
import { mailhogId, messageOf } from './message-id.ts';
import { pathOf } from './path.ts';

/** What a message that the simulation sent came from: nobody said HELO in process. */
const simulatedHelo = 'localhost';

export interface Range {
  readonly start: number;
  readonly limit: number;
}

export type Kind = 'from' | 'to' | 'containing';

export function asMailhogMessage(world: World, arrival: Arrival, hostname: string): MailhogMessage {
  return mailhogMessage({
    id: mailhogId(world, arrival.message, hostname),
    hostname,
    helo: heloOf(world, arrival.message) ?? simulatedHelo,
    from: arrival.reversePath,
    to: arrival.forwardPaths,
    data: bytesOf(world, arrival.captured[0] ?? ''),
    at: arrival.receivedAt,
  });
}

/** https://github.com/mailhog/storage/blob/master/memory.go : List. Newest first. */
export function listMessages(world: World, range: Range, hostname: string): readonly MailhogMessage[] {
  const { offset, limit } = window(range, arrivalCount(world));
  return arrivals(world, { offset, limit }).map((arrival) => asMailhogMessage(world, arrival, hostname));
}

/** https://github.com/mailhog/storage/blob/master/memory.go : Search */
export function searchMessages(
  world: World,
  { kind, query, ...range }: Range & { readonly kind: Kind; readonly query: string },
  hostname: string,
): { readonly total: number; readonly items: readonly MailhogMessage[] } {
  const wanted = query.toLowerCase();
  const found = arrivals(world, { offset: 0, limit: arrivalCount(world) })
    .map((arrival) => asMailhogMessage(world, arrival, hostname))
    .filter((message) => textsOf(message, kind).some((text) => text.toLowerCase().includes(wanted)));
  if (found.length === 0 || range.start > found.length) return { total: 0, items: [] };
  const { offset, limit } = window(range, found.length);
  return { total: found.length, items: found.slice(offset, offset + limit) };
}

export function loadMessage(world: World, id: string, hostname: string): MailhogMessage | undefined {
  const message = messageOf(world, id, hostname);
  const arrival = message === undefined ? undefined : arrivalOf(world, message);
  return arrival && asMailhogMessage(world, arrival, hostname);
}

/** Whoever starts right behind the oldest message gets that one once more. */
function window({ start, limit }: Range, total: number): { readonly offset: number; readonly limit: number } {
  if (total === 0 || start > total) return { offset: 0, limit: 0 };
  return start === total ? { offset: total - 1, limit: 1 } : { offset: start, limit };
}

function textsOf({ from, to, content }: MailhogMessage, kind: Kind): readonly string[] {
  const address = (path: string): string => `${pathOf(path).Mailbox}@${pathOf(path).Domain}`;
  switch (kind) {
    case 'from':
      return [address(from), ...(content.headers.get('From') ?? []).map(goString)];
    case 'to':
      return [...to.map(address), ...(content.headers.get('To') ?? []).map(goString)];
    case 'containing':
      return [content.body, ...[...content.headers.values()].flat()].map(goString);
  }
}
