import { emit, type SmtpReply, type Transmission } from '#sim/events';
import type { World } from '#sim/kernel';
import { type Incoming, type Judgement, judge, judgeWithoutProvider, providerOfAddress } from '../providers/index.ts';
import { readBodies } from './body-reader.ts';
import type { Exchange } from './captured-message.ts';
import { fromOf, type Header, readHeader, subjectOf } from './header-reader.ts';
import { linksIn } from './links.ts';
import { type Mailbox, mailboxOf, requireProfile } from './mailbox.ts';
import { schedulePurge } from './placement.ts';
import { usedBytes } from './used-bytes.ts';

/**
 * The receiving side: the provider of the address's mailbox, else of its domain, decides about the message, and what
 * it keeps is captured. Only inside a command.
 */
export function deliver(world: World, transmission: Transmission): SmtpReply {
  const mailbox = mailboxOf(world, transmission.forwardPath);
  const provider = mailbox?.provider ?? providerOfAddress(transmission.forwardPath);
  const header = readHeader(transmission.data);
  const judgement =
    provider === undefined
      ? judgeWithoutProvider()
      : judge(
          requireProfile(provider),
          mailbox && {
            ...mailbox,
            // Only a profile with a quota rule asks; the sum goes over every message of the mailbox.
            get usedBytes() {
              return usedBytes(world, mailbox.mailbox);
            },
          },
          incoming(transmission, header),
        );
  const isKept = judgement.outcome === 'delivered' || judgement.outcome === 'dropped';
  const captured = isKept && mailbox ? capture(world, { mailbox, transmission, header, judgement }) : undefined;
  emit(world, 'mail.received', {
    message: transmission.message,
    ...(captured !== undefined && { captured }),
    provider: provider ?? 'none',
    address: transmission.forwardPath,
    outcome: judgement.outcome,
    ...(judgement.outcome === 'delivered' && { folder: judgement.folder }),
    trail: judgement.trail,
  });
  return judgement.reply;
}

function incoming({ reversePath, forwardPath, data }: Transmission, header: Header): Incoming {
  return {
    reversePath,
    forwardPath,
    fromAddress: fromOf(header).address,
    sizeBytes: data.length,
    links() {
      const { text, html } = readBodies(data);
      return linksIn(text, html);
    },
    longestLine() {
      let longest = 0;
      let start = 0;
      for (let end = data.indexOf('\r\n'); end !== -1; end = data.indexOf('\r\n', start)) {
        longest = Math.max(longest, end - start);
        start = end + 2;
      }
      return Math.max(longest, data.length - start);
    },
  };
}

function capture(
  world: World,
  arrival: { mailbox: Mailbox; transmission: Transmission; header: Header; judgement: Judgement },
): string {
  const { mailbox, transmission, header, judgement } = arrival;
  const { message, kind, about, reversePath, forwardPath, data } = transmission;
  const captured = world.ids.next('cap');
  const from = fromOf(header);
  const folder = judgement.outcome === 'delivered' ? judgement.folder : null;
  const purge = folder === null ? null : schedulePurge(world, mailbox.mailbox, captured, folder);
  world.store.run(
    `INSERT INTO mailbox_message (captured, mailbox, message, kind, about, reverse_path, forward_path, data, transcript,
       from_name, from_address, subject, received_at, folder, purge_timer)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    captured,
    mailbox.mailbox,
    message,
    kind,
    about ?? null,
    reversePath,
    forwardPath,
    data,
    JSON.stringify(transcript(transmission, judgement.reply)),
    from.name,
    from.address,
    subjectOf(header),
    world.clock.now(),
    folder,
    purge,
  );
  return captured;
}

/** The transaction of a message that was accepted: https://www.rfc-editor.org/rfc/rfc5321#section-3.3 */
function transcript({ reversePath, forwardPath }: Transmission, last: SmtpReply): readonly Exchange[] {
  const ok = (text: string, stage: 'MAIL' | 'RCPT'): SmtpReply => ({ replyCode: 250, text, stage });
  return [
    { command: `MAIL FROM:<${reversePath}>`, reply: ok('Ok', 'MAIL') },
    { command: `RCPT TO:<${forwardPath}>`, reply: ok('Ok', 'RCPT') },
    { command: 'DATA', reply: { replyCode: 354, text: 'End data with <CR><LF>.<CR><LF>', stage: 'DATA' } },
    { command: '.', reply: last },
  ];
}
