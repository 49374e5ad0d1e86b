import { bytesOf, findCaptures, mailboxList } from '#mocks/mailbox';
import type { RunningWorld } from '#sim/kernel';
import type { Cell } from './cell.ts';
import { playCell } from './play-cell.ts';

/** A mail that a scenario left in a mailbox. */
export interface CellMail {
  readonly kind: string;
  readonly subject: string;
  readonly data: Buffer;
}

/**
 * Plays a cell and returns the mails that lie in its mailboxes at the end, the first of each kind, in the order of
 * their arrival. What was refused, thrown away or emptied is not among them.
 */
export async function mailsOfCell(cell: Cell): Promise<readonly CellMail[]> {
  const mails = new Map<string, CellMail>();
  const collect = (world: RunningWorld): void => {
    const captures = mailboxList(world).flatMap(({ mailbox }) =>
      findCaptures(world, { after: 0, mailbox }, Number.POSITIVE_INFINITY),
    );
    for (const { captured, folder, kind, subject } of captures.toSorted((a, b) => a.seq - b.seq)) {
      if (folder === null || mails.has(kind)) continue;
      mails.set(kind, { kind, subject, data: bytesOf(world, captured) });
    }
  };
  await playCell(cell, { onEnd: collect });
  return [...mails.values()];
}
