import { ServiceError } from '#sim/errors';
import { emit } from '#sim/events';
import { command, type Json, type World } from '#sim/kernel';
import { fits, type Profile, providerOfAddress, type Settings, unfit } from '../providers/index.ts';
import { addressKey } from './address.ts';
import { type Mailbox, mailboxOf, requireMailbox, requireProfile } from './mailbox.ts';

/**
 * Makes a mailbox and returns its id (`mbox_…`). Without a provider, that of the address's domain.
 * Throws ServiceError `mailbox-exists`, `provider-unknown`, `mailbox-setting-unknown`, `mailbox-setting-invalid`.
 */
export const createMailbox = command<
  { readonly address: string; readonly provider?: string; readonly settings?: { readonly [name: string]: Json } },
  string
>('mailbox.create', (world, { address, provider, settings = {} }) => {
  if (mailboxOf(world, address) !== undefined) throw new ServiceError('mailbox-exists');
  const profile = requireProfile(provider ?? providerOfAddress(address) ?? '');
  for (const [name, value] of Object.entries(settings)) checkSetting(profile, name, value);
  const mailbox = world.ids.next('mbox');
  world.store.run(
    'INSERT INTO mailbox (mailbox, address, address_key, provider, settings) VALUES (?, ?, ?, ?, ?)',
    mailbox,
    address,
    addressKey(address),
    profile.provider,
    JSON.stringify(settings),
  );
  emit(world, 'mailbox.created', { mailbox, address, provider: profile.provider });
  return mailbox;
});

/**
 * Changes a setting from now on; mail that was refused or sorted before stays so.
 * Throws ServiceError `mailbox-unknown`, `mailbox-setting-unknown`, `mailbox-setting-invalid`.
 */
export const changeSetting = command<
  { readonly mailbox: string; readonly setting: string; readonly value: Json },
  void
>('mailbox.changeSetting', (world, { mailbox, setting, value }) => setSetting(world, mailbox, setting, value));

/** Puts an address, or a domain, on the list of senders that filters let through. Throws ServiceError `mailbox-unknown`. */
export const allowSender = command<{ readonly mailbox: string; readonly address: string }, void>(
  'mailbox.allowSender',
  (world, { mailbox, address }) => addToList(world, mailbox, 'allowedSenders', address),
);

/** Whether an address is on one of a mailbox's lists of addresses and domains. */
export function isListedSender({ settings }: Mailbox, setting: string, address: string): boolean {
  return ((settings[setting] ?? []) as readonly string[]).some((entry) => fits(address, entry));
}

/** Adds an entry once. */
export function addToList(world: World, mailbox: string, setting: string, entry: string): void {
  const list = requireMailbox(world, mailbox).settings[setting] as readonly string[];
  if (list.includes(entry)) return;
  setSetting(world, mailbox, setting, [...list, entry]);
}

function setSetting(world: World, mailbox: string, setting: string, value: Json): void {
  const { provider } = requireMailbox(world, mailbox);
  checkSetting(requireProfile(provider), setting, value);
  const row = world.store.get<{ settings: string }>('SELECT settings FROM mailbox WHERE mailbox = ?', mailbox);
  const own = { ...(JSON.parse(row?.settings ?? '{}') as Settings), [setting]: value };
  world.store.run('UPDATE mailbox SET settings = ? WHERE mailbox = ?', JSON.stringify(own), mailbox);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  emit(world, 'mail.setting-changed', { mailbox, setting, value: text });
}

function checkSetting(profile: Profile, name: string, value: Json): void {
  const setting = Object.hasOwn(profile.settings, name) ? profile.settings[name] : undefined;
  if (setting === undefined) {
    throw new ServiceError('mailbox-setting-unknown', { known: Object.keys(profile.settings).join(', ') });
  }
  const expected = unfit(setting, value);
  if (expected !== undefined) throw new ServiceError('mailbox-setting-invalid', { setting: name, expected });
}
