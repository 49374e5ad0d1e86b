import type { Handset, MailApp, MailAt } from '#drivers/handset';
import { deleteMessage, emptyTrash, mailboxOf, markNotJunk, read, releaseHeld, restore, search } from '#mocks/mailbox';
import type { RunningWorld } from '#sim/kernel';

/** Mail without pixels: what a mail app does is the command of the mailbox. Links open on `device`, asked when one is tapped. */
export function createDirectMailApp(world: RunningWorld, device: () => Handset): MailApp {
  const mailboxAt = (address: string): string => {
    const found = mailboxOf(world, address);
    if (found === undefined) throw new TypeError(`there is no mailbox at ${address}`);
    return found.mailbox;
  };
  /** What is done with a mail is done on its page, which reads it. */
  const onPage = async ({ captured }: MailAt, act: typeof deleteMessage): Promise<void> => {
    await world.perform(read, { captured });
    await world.perform(act, { captured });
  };
  return {
    // Who looks changes nothing.
    async look() {},
    search: async (address, text) => search(world, mailboxAt(address), text).length,
    open: ({ captured }) => world.perform(read, { captured }),
    async openLink({ captured }, link, opener) {
      await world.perform(read, { captured });
      return device().openLink(link, opener);
    },
    delete: (mail) => onPage(mail, deleteMessage),
    restore: (mail) => onPage(mail, restore),
    markNotJunk: (mail) => onPage(mail, markNotJunk),
    emptyTrash: (address) => world.perform(emptyTrash, { mailbox: mailboxAt(address) }),
    release: (_address, captured) => world.perform(releaseHeld, { captured, by: 'user' }),
  };
}
