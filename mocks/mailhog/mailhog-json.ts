import type { World } from '#sim/kernel';
import { arrivalOf } from '../mailbox/index.ts';
import { dataOf } from './api-v2.ts';
import { friendly } from './friendly.ts';
import { asMailhogMessage } from './mailhog-list.ts';
import { type MessageJson, messageJson } from './mailhog-message.ts';

/** A message as the API shows it, without a server; undefined when nothing was captured of it. */
export async function mailhogJson(
  world: World,
  message: string,
  options: { readonly friendly: boolean },
): Promise<MessageJson | undefined> {
  const arrival = arrivalOf(world, message);
  if (arrival === undefined) return undefined;
  const found = asMailhogMessage(world, arrival, 'mailhog.example');
  return options.friendly ? friendly(messageJson(found), dataOf(found)) : messageJson(found);
}
