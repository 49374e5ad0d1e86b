import { dnsModule } from '#mocks/dns';
import { createMailbox, deliver, mailboxModuleWith } from '#mocks/mailbox';
import { issuerModule } from '#sim/issuer';
import { command, defaultLimits, type Module, openWorld, parseInstant, type RunningWorld } from '#sim/kernel';
import { dkimRecord, mailModule, readReport } from '#sim/mail';

export const school = 'mihon-university';

/** Mailboxes for everyone, in one command: a world of thousands stands at once, or not at all. */
export const openMailboxes = command<{ readonly rows: number }, void>(
  'crash.openMailboxes',
  async (world, { rows }) => {
    for (let index = 0; index < rows; index += 1) await createMailbox.run(world, { address: addressOf(index) });
  },
);

const crashModule: Module = { name: 'crash', tables: '', commands: [openMailboxes] };

/** The parts that issue and receive, wired as a scenario's world is. */
export const modules: readonly Module[] = [
  mailModule({ deliver }),
  dnsModule({ signingKey: dkimRecord }),
  issuerModule,
  mailboxModuleWith({ takeReturned: readReport }),
  crashModule,
];

export function openIssuingWorld(file: string): RunningWorld {
  const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
  // Turns at instants of their own, so that a move of time acknowledges each.
  const parameters = { issuer: { turnPauseMs: 1_000 } };
  const limits = { ...defaultLimits, events: 10_000_000 };
  return openWorld(
    { file, holder: `crash test, process ${process.pid}` },
    { seed: 3, startsAt, limits, parameters },
    modules,
  );
}

/** Most have no filter, some a carrier's or Gmail's. */
const domains = ['rakuten.jp', 'rakuten.jp', 'rakuten.jp', 'gmail.com', 'docomo.ne.jp'] as const;

function addressOf(index: number): string {
  return `student${index}@${domains[index % domains.length]}.test`;
}

export function rosterOf(rows: number): Uint8Array {
  const lines = Array.from(
    { length: rows },
    (_, index) => `2026A${10_000 + index},見本 花子${index},${addressOf(index)}`,
  );
  return Buffer.from(['学籍番号,氏名,メールアドレス', ...lines, ''].join('\r\n'));
}
