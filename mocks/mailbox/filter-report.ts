import { emit } from '#sim/events';
import { japanOffsetMs, type World } from '#sim/kernel';
import { captureNotice } from './capture.ts';
import { type Mailbox, requireMailbox, requireProfile } from './mailbox.ts';

/** What a filter threw away and its owner was not told of yet. */
export const filterReportTable = `
  CREATE TABLE mailbox_filtered (captured TEXT PRIMARY KEY, mailbox TEXT NOT NULL) STRICT, WITHOUT ROWID;`;

/** The timer of the mail that tells what a filter threw away. */
export const filterReportTimer = 'mailbox.reportFiltered';

const dayMs = 86_400_000;
/** assumption: the report comes at 9 the next day, Japan's time; au says between 9 and 17. */
const reportAtMs = 9 * 3_600_000;

/** Keeps a message that `rule` threw away for the report of the next day, where the owner asked for one. */
export function noteFiltered(
  world: World,
  { mailbox, provider, settings }: Mailbox,
  captured: string,
  rule = '',
): void {
  const { report } = requireProfile(provider);
  if (report?.condition !== rule || settings[report.setting] !== true) return;
  if (world.store.get('SELECT 1 FROM mailbox_filtered WHERE mailbox = ?', mailbox) === undefined) {
    const today = Math.floor((world.clock.now() + japanOffsetMs) / dayMs) * dayMs - japanOffsetMs;
    world.timers.schedule(filterReportTimer, today + dayMs + reportAtMs, { mailbox });
  }
  world.store.run('INSERT INTO mailbox_filtered (captured, mailbox) VALUES (?, ?)', captured, mailbox);
}

/** Puts the report into the inbox; the messages themselves cannot be had any more. */
export function sendFilterReport(world: World, mailbox: string): void {
  const filtered = world.store.all<{ captured: string; fromAddress: string; receivedAt: number }>(
    `SELECT captured, from_address AS fromAddress, received_at AS receivedAt
     FROM mailbox_filtered JOIN mailbox_message USING (captured, mailbox) WHERE mailbox = ? ORDER BY received_at, captured`,
    mailbox,
  );
  world.store.run('DELETE FROM mailbox_filtered WHERE mailbox = ?', mailbox);
  const { address, provider, settings } = requireMailbox(world, mailbox);
  const profile = requireProfile(provider);
  const { report } = profile;
  if (report === undefined || settings[report.setting] !== true || filtered.length === 0) return;
  const reason = profile.settings[report.reasonSetting]?.name.ja ?? '';
  const lines = filtered.flatMap(({ fromAddress, receivedAt }) => [
    `受信日時 / Received: ${japanTime(receivedAt)}`,
    `Fromアドレス / From: ${fromAddress}`,
    `規制理由 / Reason: ${reason}`,
    '',
  ]);
  const captured = captureNotice(world, mailbox, {
    kind: 'filter-report',
    from: { name: report.mail.fromName, address: report.mail.from },
    to: address,
    subject: report.mail.subject,
    text: [`規制したメールは ${filtered.length} 件です。`, '', ...lines].join('\r\n'),
  });
  emit(world, 'mail.filter-reported', { captured, filtered: filtered.map((mail) => mail.captured) });
}

function japanTime(instant: number): string {
  return new Date(instant + japanOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
}
