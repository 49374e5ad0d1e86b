import { ServiceError } from '#sim/errors';
import { remembered, type World } from '#sim/kernel';
import { magicSettings, type Profile, profileOf, profiles, type Settings } from '../providers/index.ts';
import { addressKey } from './address.ts';
import { mailboxDefaults } from './parameters.ts';

export const mailboxTable = `
  CREATE TABLE mailbox (
    mailbox TEXT PRIMARY KEY, address TEXT NOT NULL, address_key TEXT NOT NULL UNIQUE, provider TEXT NOT NULL,
    settings TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;`;

/** A depository of mail (RFC 5321 §2.3.11) at a provider. */
export interface Mailbox {
  readonly mailbox: string;
  readonly address: string;
  readonly provider: string;
  /** Every setting of the provider: what the owner set, else the address's magic, the world's default, the provider's. */
  readonly settings: Settings;
}

interface MailboxRow {
  readonly mailbox: string;
  readonly address: string;
  readonly provider: string;
  readonly settings: string;
}

const columns = 'SELECT mailbox, address, provider, settings FROM mailbox';

/** The mailbox of an address; undefined when it has none. */
export const mailboxOf = remembered(['mailbox'], (world: World, address): Mailbox | undefined => {
  const row = world.store.get<MailboxRow>(`${columns} WHERE address_key = ?`, addressKey(address));
  return row && fromRow(world, row);
});

/** Throws ServiceError `mailbox-unknown`. */
export const requireMailbox = remembered(['mailbox'], (world: World, mailbox): Mailbox => {
  const row = world.store.get<MailboxRow>(`${columns} WHERE mailbox = ?`, mailbox);
  if (row === undefined) throw new ServiceError('mailbox-unknown');
  return fromRow(world, row);
});

/** Throws ServiceError `provider-unknown`. */
export function requireProfile(provider: string): Profile {
  const profile = profileOf(provider);
  if (profile === undefined) {
    throw new ServiceError('provider-unknown', { known: profiles.map((each) => each.provider).join(', ') });
  }
  return profile;
}

function fromRow(world: World, row: MailboxRow): Mailbox {
  const profile = requireProfile(row.provider);
  const defaults: Record<string, Settings[string]> = {};
  for (const [name, setting] of Object.entries(profile.settings)) defaults[name] = setting.default;
  const { junkBias, magicAddresses } = world.parameters('mailbox', mailboxDefaults);
  const magic = magicAddresses ? magicSettings(row.address, profile) : {};
  const own = JSON.parse(row.settings) as Settings;
  return {
    mailbox: row.mailbox,
    address: row.address,
    provider: row.provider,
    settings: { ...defaults, junkBias, ...magic, ...own },
  };
}
