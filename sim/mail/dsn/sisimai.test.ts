import { execFile } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { carrierReplies, undeliveredTo } from './carrier-replies.ts';
import { writeDsn } from './write-dsn.ts';

/** Debian's libsisimai-perl: what other senders read their bounces with. */
const program = `use Sisimai; binmode STDIN; local $/; my $mail = <STDIN>;
  my $found = Sisimai->make(\\$mail) || []; print join ',', map { $_->recipient->address.' '.$_->reason } @$found;`;

/** What Sisimai reads; undefined when it is not installed. */
function sisimai(message: Buffer): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = execFile('perl', ['-MSisimai', '-e', program], (error, out) => resolve(error ? undefined : out));
    child.stdin?.on('error', () => undefined).end(message);
  });
}

const isInstalled = (await sisimai(Buffer.from('x'))) !== undefined;

describe.skipIf(!isInstalled)('Sisimai (skipped without libsisimai-perl)', () => {
  it.each(carrierReplies.map((row) => [row.case, row] as const))('reads our report: %s', async (_, row) => {
    const read = await sisimai(writeDsn(undeliveredTo(row.address, row.reply)));
    expect(read).toBe(`${row.address} ${row.sisimai ?? row.reason}`);
  });
});
