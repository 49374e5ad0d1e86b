import { emit, type Transmission } from '#sim/events';
import type { World } from '#sim/kernel';
import { hasZone, otherAddress, recordsOf } from '../dns/index.ts';
import { domainOf } from '../providers/index.ts';
import { bodyStart } from './header-reader.ts';
import type { Mailbox } from './mailbox.ts';

/**
 * The transmission by which a mailbox's automatic forwarding sends a message on; undefined when it forwards nothing.
 * It keeps the reverse-path and comes from the provider's own host, so that SPF fails; DKIM lives unless the subject
 * gets a prefix.
 */
export function forwarded(
  world: World,
  { address, settings }: Mailbox,
  captured: string,
  transmission: Transmission,
): Transmission | undefined {
  const to = String(settings.forwardTo ?? '');
  if (to === '') return undefined;
  emit(world, 'mail.forwarded', { message: transmission.message, captured, from: address, to });
  const domain = domainOf(address);
  return {
    ...transmission,
    forwardPath: to,
    clientAddress: (hasZone(world) ? recordsOf(world, domain, 'A')[0] : undefined) ?? otherAddress,
    helo: domain,
    data: withSubjectPrefix(transmission.data, String(settings.forwardSubjectPrefix ?? '')),
  };
}

/** Puts text before the subject, as it is written: an encoded one stays encoded. */
function withSubjectPrefix(data: Buffer, prefix: string): Buffer {
  if (prefix === '') return data;
  const end = bodyStart(data);
  const header = data.toString('latin1', 0, end).replace(/^Subject: ?/im, `$&${prefix}`);
  return Buffer.concat([Buffer.from(header, 'latin1'), data.subarray(end)]);
}
