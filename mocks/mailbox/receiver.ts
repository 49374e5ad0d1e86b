import type { World } from '#sim/kernel';
import { forwardTarget, magicOf, type Profile, profileOf, providerOfAddress, reordered } from '../providers/index.ts';
import { type Mailbox, mailboxOf } from './mailbox.ts';
import { createMailbox } from './mailbox-settings.ts';
import { mailboxDefaults } from './parameters.ts';

/** Who answers for an address: the provider of its mailbox, else of its domain. */
export interface Receiver {
  /** `none` when nobody takes mail for the domain. */
  readonly provider: string;
  /** Its rules in the order that the world says. */
  readonly profile: Profile | undefined;
  readonly mailbox: Mailbox | undefined;
}

export function receiverOf(world: World, address: string): Receiver {
  const { ruleOrder, magicAddresses } = world.parameters('mailbox', mailboxDefaults);
  const magic = magicAddresses ? magicOf(address) : undefined;
  const found = mailboxOf(world, address);
  const provider = found?.provider ?? providerOfAddress(address) ?? (magic === undefined ? 'none' : 'plain');
  const profile = profileOf(provider);
  if (profile === undefined) return { provider: 'none', profile, mailbox: undefined };
  return {
    provider,
    profile: reordered(magic === undefined ? profile : withoutGrammar(profile), ruleOrder[provider]),
    mailbox: isNobody(magic) ? undefined : found,
  };
}

/** Whether an address without a mailbox may be given one: all but those whose magic is that they have none. */
export function canOpen(world: World, address: string): boolean {
  const { magicAddresses } = world.parameters('mailbox', mailboxDefaults);
  return !(magicAddresses && isNobody(magicOf(address)));
}

/** Gives an address a mailbox when it has none and can have one; where mail is forwarded to gets one too. Only inside a command. */
export async function openMailbox(world: World, address: string): Promise<void> {
  if (mailboxOf(world, address) !== undefined || !canOpen(world, address)) return;
  await createMailbox.run(world, { address, provider: providerOfAddress(address) ?? 'plain' });
  const { forwardTo } = mailboxOf(world, address)?.settings ?? {};
  if (forwardTo === forwardTarget(address)) await openMailbox(world, forwardTo);
}

function isNobody(magic: ReturnType<typeof magicOf>): boolean {
  return magic !== undefined && magic.settings === undefined;
}

/** No carrier gives out addresses with a plus: a magic one is asked for the user, not for its form. */
function withoutGrammar({ addressGrammar: _, ...profile }: Profile): Profile {
  return profile;
}
