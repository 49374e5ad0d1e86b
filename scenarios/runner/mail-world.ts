import { deliver, openMailbox, openScans } from '#mocks/mailbox';
import { mailhogModule } from '#mocks/mailhog';
import { mailpitModule } from '#mocks/mailpit';
import { refusedByRelay } from '#mocks/relay';
import type { SmtpReply } from '#sim/events';
import {
  command,
  createWorld,
  type Module,
  type Origin,
  openWorld,
  type RunningWorld,
  type WorldPlace,
} from '#sim/kernel';
import { fetchScans } from './fetch-scans.ts';
import { modulesSendingBy, serveInProcess } from './services.ts';

/** What `todoku mail send` and `trace` hand to a mailbox: one transaction, from a host that they name. */
type HandOver = {
  /** Of the try before; a new one at the first try. */
  readonly message?: string;
  readonly reversePath: string;
  readonly forwardPath: string;
  readonly clientAddress: string;
  readonly helo: string;
  readonly data: Uint8Array;
};

export interface Handed {
  readonly message: string;
  readonly reply: SmtpReply;
}

/** Hands one message to the provider of one address, as a host that connects from somewhere would. */
export const handOver = command<HandOver, Handed>('mail-world.handOver', async (world, given) => {
  const message = given.message ?? world.ids.next('msg');
  const { data, ...envelope } = given;
  return { message, reply: await deliver(world, { ...envelope, message, kind: 'outside', data: Buffer.from(data) }) };
});

/** Whether an address that the issuer writes to gets a mailbox by that, as one that is written to from outside does. */
const mailWorldDefaults = { opensMailboxes: false };

const mailWorldModule: Module = { name: 'mail-world', tables: '', commands: [handOver] };

/** The parts of a world that mail from outside reaches, beside all that a scenario has. */
const mailWorldModules: readonly Module[] = [
  ...modulesSendingBy(async (world, transmission) => {
    const refusal = refusedByRelay(world, transmission);
    if (refusal !== undefined) return refusal;
    const { opensMailboxes } = world.parameters('mail-world', mailWorldDefaults);
    if (opensMailboxes) await openMailbox(world, transmission.forwardPath);
    return deliver(world, transmission);
  }),
  mailhogModule,
  mailpitModule,
  mailWorldModule,
];

/**
 * A world for mail alone: magic addresses are on, and nobody is in it yet. With a place, the world of that file goes on,
 * with all who are in it and the origin that it was made from. Throws ServiceError `world-file-…`, `world-format`.
 */
export function createMailWorld(origin: Origin, place?: WorldPlace): RunningWorld {
  const { mailbox, ...parameters } = origin.parameters;
  const magical = { mailbox: { magicAddresses: true, ...mailbox }, ...parameters };
  const whole = { ...origin, parameters: magical };
  const world = place === undefined ? createWorld(whole, mailWorldModules) : openWorld(place, whole, mailWorldModules);
  // Nobody sets a stage here: what link scanners begin is carried out all the same, and costs nothing where none did.
  world.attend(async () => {
    if (openScans(world).length > 0) await fetchScans(world, serveInProcess(world));
  });
  return world;
}
