import { type EventData, emit, type Transmission } from '#sim/events';
import type { Json, World } from '#sim/kernel';
import type { Place } from '../providers/index.ts';
import { takeUid } from './folder-state.ts';
import { forwarded } from './forward.ts';
import { type Mailbox, requireMailbox } from './mailbox.ts';
import { schedulePurge } from './placement.ts';
import { announceHeld } from './quarantine.ts';
import { scheduleScan } from './scanner.ts';
import { scheduleZap } from './zap.ts';

/** The timer of a message that its provider took at once and shows later. */
export const arrivalTimer = 'mailbox.arrive';

/** What the event will tell when the message is there. */
type Reception = EventData<'mail.received'>;

/** Sees to all that follows when a message lies in its place; returns what is to be forwarded. */
export function settle(world: World, mailbox: Mailbox, captured: string, at: Place): void {
  if (at === 'quarantine') announceHeld(world, mailbox.mailbox);
  if (at !== 'inbox') return;
  scheduleZap(world, mailbox, captured);
  scheduleScan(world, mailbox, captured);
}

/** Lets a message that was taken lie out of sight for as long as the mailbox's delay says. */
export function holdBack(
  world: World,
  captured: string,
  delayMs: number,
  reception: Reception,
  releasedBy?: string,
): void {
  world.timers.schedule(arrivalTimer, world.clock.now() + delayMs, {
    captured,
    reception: reception as unknown as Json,
    ...(releasedBy !== undefined && { releasedBy }),
  });
}

export async function arriveLate(world: World, payload: Json): Promise<void> {
  const { captured, reception, releasedBy } = payload as unknown as {
    captured: string;
    reception: Reception;
    releasedBy?: string;
  };
  const row = world.store.get<{ mailbox: string }>('SELECT mailbox FROM mailbox_message WHERE captured = ?', captured);
  if (row === undefined) return;
  const at = (reception.folder ?? 'inbox') as Place;
  world.store.run(
    'UPDATE mailbox_message SET folder = ?, received_at = ?, purge_timer = ?, released_by = ?, uid = ? WHERE captured = ?',
    at,
    world.clock.now(),
    schedulePurge(world, row.mailbox, captured, at),
    releasedBy ?? null,
    takeUid(world, row.mailbox, at),
    captured,
  );
  emit(world, 'mail.received', reception);
  settle(world, requireMailbox(world, row.mailbox), captured, at);
}

export function toForward(
  world: World,
  mailbox: Mailbox,
  arrived: { readonly captured: string; readonly at: Place; readonly transmission: Transmission },
): Transmission | undefined {
  // assumption: what is junk or held is not forwarded.
  return arrived.at === 'inbox' ? forwarded(world, mailbox, arrived.captured, arrived.transmission) : undefined;
}
