import type { SmtpReply, Transmission } from '#sim/events';
import type { World } from '#sim/kernel';
import type { AnyPlace, Exchange } from './captured-message.ts';
import { takeUid } from './folder-state.ts';
import { fromOf, type Header, type NamedAddress, readHeader, subjectOf } from './header-reader.ts';
import { count } from './held-count.ts';
import { schedulePurge } from './placement.ts';
import { keepWithinLimits } from './retention.ts';

type Sent = Omit<Transmission, 'clientAddress' | 'helo'>;

/** A message on its way into a mailbox. */
export interface Arrival {
  readonly mailbox: string;
  readonly transmission: Sent;
  readonly header: Header;
  /** Absent for what did not come over SMTP: it has no transcript. */
  readonly reply?: SmtpReply;
  /** Null for what is thrown away, or comes later. */
  readonly folder: AnyPlace | null;
  readonly releasedBy?: 'user' | 'admin';
}

/** Keeps a message and returns its id (`cap_…`). */
export function capture(world: World, { mailbox, transmission, header, reply, folder, releasedBy }: Arrival): string {
  const { message, kind, about, reversePath, forwardPath, data } = transmission;
  const captured = world.ids.next('cap');
  const from = fromOf(header);
  const purge = folder === null ? null : schedulePurge(world, mailbox, captured, folder);
  world.store.run(
    `INSERT INTO mailbox_message (captured, mailbox, message, kind, about, reverse_path, forward_path,
       from_name, from_address, subject, received_at, folder, purge_timer, released_by, size_bytes, uid)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    captured,
    mailbox,
    message,
    kind,
    about ?? null,
    reversePath,
    forwardPath,
    from.name,
    from.address,
    subjectOf(header),
    world.clock.now(),
    folder,
    purge,
    releasedBy ?? null,
    data.length,
    takeUid(world, mailbox, folder),
  );
  world.store.run(
    'INSERT INTO mailbox_data (captured, transcript, blob) VALUES (?, ?, ?)',
    captured,
    JSON.stringify(reply === undefined ? [] : transcript(transmission, reply)),
    world.blobs.keep(data),
  );
  count(world, 1, data.length);
  keepWithinLimits(world);
  return captured;
}

/** Puts a mail of the provider itself into the inbox: no filter is asked, and it has no sender's side. */
export function captureNotice(
  world: World,
  mailbox: string,
  notice: {
    readonly kind: string;
    readonly from: NamedAddress;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  },
): string {
  const encoded = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
  const lines = [
    `From: =?UTF-8?B?${encoded(notice.from.name)}?= <${notice.from.address}>`,
    `To: <${notice.to}>`,
    `Date: ${new Date(world.clock.now()).toUTCString().replace('GMT', '+0000')}`,
    ...subjectLines(notice.subject, encoded),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(encoded(notice.text).match(/.{1,76}/g) ?? []),
    '',
  ];
  const data = Buffer.from(lines.join('\r\n'), 'latin1');
  return capture(world, {
    mailbox,
    transmission: {
      message: world.ids.next('msg'),
      kind: notice.kind,
      reversePath: '',
      forwardPath: notice.to,
      data,
    },
    header: readHeader(data),
    reply: { replyCode: 250, text: 'Ok', stage: 'DATA' },
    folder: 'inbox',
  });
}

/** An encoded-word holds whole characters and at most 75 of them: https://www.rfc-editor.org/rfc/rfc2047#section-2 */
function subjectLines(subject: string, encoded: (text: string) => string): string[] {
  const words: string[] = [];
  const characters = [...subject];
  for (let at = 0; at < characters.length; at += 10) {
    words.push(`=?UTF-8?B?${encoded(characters.slice(at, at + 10).join(''))}?=`);
  }
  return words.map((word, index) => (index === 0 ? `Subject: ${word}` : ` ${word}`));
}

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3 , RFC 3207 §4 and RFC 4954 §6. */
function openingCode(command: string): number {
  if (command === 'STARTTLS') return 220;
  return command.startsWith('AUTH') ? 235 : 250;
}

/** The transaction of a message that was accepted: https://www.rfc-editor.org/rfc/rfc5321#section-3.3 */
function transcript({ reversePath, forwardPath, opening }: Sent, last: SmtpReply): readonly Exchange[] {
  const accepted = (command: string): Exchange => ({ command, reply: { replyCode: openingCode(command), text: 'Ok' } });
  return [
    ...(opening ?? [`MAIL FROM:<${reversePath}>`]).map(accepted),
    accepted(`RCPT TO:<${forwardPath}>`),
    { command: 'DATA', reply: { replyCode: 354, text: 'End data with <CR><LF>.<CR><LF>', stage: 'DATA' } },
    { command: '.', reply: last },
  ];
}
