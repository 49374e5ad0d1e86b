import { ServiceError } from '#sim/errors';
import { formatInstant, type RunningWorld } from '#sim/kernel';
import { type MailboxOverview, mailboxList } from '../mailbox/index.ts';
import { type Profile, profileOf } from '../providers/index.ts';
import { folderName, folders, tabs } from './folder-names.ts';
import type { AccountView, MailboxView } from './view.ts';

const dayMs = 86_400_000;

/** Of all mailboxes, or of those at the addresses that a phone is set up with. */
export function accounts(world: RunningWorld, addresses?: readonly string[]): readonly AccountView[] {
  const wanted = addresses === undefined ? undefined : new Set(addresses.map((one) => one.trim().toLowerCase()));
  const list = mailboxList(world).filter(({ address }) => wanted?.has(address.toLowerCase()) ?? true);
  return list.map(({ mailbox, address, provider }) => ({
    mailbox,
    address,
    provider: profileNamed(provider).name,
  }));
}

/** Throws ServiceError `mailbox-unknown`. */
export function mailboxView(world: RunningWorld, mailbox: string): MailboxView {
  const { address, provider, folders: counts } = overviewOf(world, mailbox);
  const { name, settings, search, quarantine, retention } = profileNamed(provider);
  return {
    mailbox,
    address,
    provider: name,
    look: provider,
    now: formatInstant(world.clock.now()),
    folders: folders.map((folder) => ({
      folder,
      name: folderName(provider, folder),
      ...(counts[folder] ?? { messages: 0, unread: 0 }),
      ...((folder === 'junk' || folder === 'trash') && { keptDays: Math.floor(retention[folder].keptMs / dayMs) }),
    })),
    tabs: tabs(provider).map(({ tab, name: tabName }) => ({ tab, name: tabName })),
    searchedFolders: search.folders,
    allowList: settings.allowedSenders?.name ?? { ja: '受信許可リスト', en: 'allow list' },
    ...(quarantine !== undefined && {
      quarantine: { from: quarantine.digest.from, keptDays: Math.floor(quarantine.keptMs / dayMs) },
    }),
  };
}

/** Throws ServiceError `mailbox-unknown`. */
export function overviewOf(world: RunningWorld, mailbox: string): MailboxOverview {
  const found = mailboxList(world).find((each) => each.mailbox === mailbox);
  if (found === undefined) throw new ServiceError('mailbox-unknown');
  return found;
}

export function profileNamed(provider: string): Profile {
  const profile = profileOf(provider);
  if (profile === undefined) throw new TypeError(`a mailbox is at a provider that does not exist: ${provider}`);
  return profile;
}
