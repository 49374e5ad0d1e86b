import type { Json, World } from '#sim/kernel';
import { findCaptured } from './captured-message.ts';
import { type Mailbox, requireMailbox, requireProfile } from './mailbox.ts';
import { isListedSender } from './mailbox-settings.ts';
import { place } from './placement.ts';

/** The timer of a provider's change of mind. */
export const zapTimer = 'mailbox.zap';

/** Sets the time at which the provider will think differently of a message that it put into the inbox, if it will. */
export function scheduleZap(world: World, { mailbox, provider, settings }: Mailbox, captured: string): void {
  const { zap } = requireProfile(provider);
  const to = zap === undefined ? 'off' : settings[zap.setting];
  if (zap === undefined || to === undefined || to === 'off') return;
  const dueAt = world.clock.now() + Number(settings[zap.afterMsSetting]);
  world.timers.schedule(zapTimer, dueAt, { mailbox, captured, to });
}

/**
 * Zero-hour auto purge: spam leaves the inbox as long as nobody read it, phishing (to quarantine) read or not, and
 * safe senders are left alone. Source: the profile's `zap`.
 */
export function zap(world: World, payload: Json): void {
  const { mailbox, captured, to } = payload as { mailbox: string; captured: string; to: 'junk' | 'quarantine' };
  const placed = findCaptured(world, captured);
  if (placed?.folder !== 'inbox' || (to === 'junk' && placed.isRead)) return;
  if (isListedSender(requireMailbox(world, mailbox), 'allowedSenders', placed.fromAddress)) return;
  place(world, placed, to, 'provider', to === 'quarantine' ? 'admin' : undefined);
}
