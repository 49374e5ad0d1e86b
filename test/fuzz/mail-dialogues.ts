import { connect, type Socket } from 'node:net';
import fc from 'fast-check';
import { listenForImap } from '#mocks/imap';
import { createMailbox, mailboxModule } from '#mocks/mailbox';
import { listenForPop3 } from '#mocks/pop3';
import { receive, smtpModule } from '#mocks/smtp';
import { createWorld, defaultLimits, type RunningWorld } from '#sim/kernel';
import { bytesOf } from './hostile-mails.ts';
import { mutated } from './mutation.ts';

const address = 'hanako@plain.test';
const plain = Buffer.from(`\0${address}\0x`).toString('base64');

/** What mail programs say, one character a byte. */
const imapDialogues = [
  'a CAPABILITY\r\nb ID ("name" "x")\r\nc LOGIN hanako@plain.test x\r\nd LIST "" *\r\ne LOGOUT\r\n',
  `a AUTHENTICATE PLAIN\r\n${plain}\r\nb ENABLE UTF8=ACCEPT IMAP4rev2\r\nc LIST (SPECIAL-USE) "" (* %) RETURN (STATUS (MESSAGES SIZE))\r\nd LOGOUT\r\n`,
  `a AUTHENTICATE PLAIN ${plain}\r\nb SELECT INBOX\r\nc FETCH 1:* (UID FLAGS ENVELOPE BODYSTRUCTURE BODY.PEEK[HEADER.FIELDS (SUBJECT FROM)]<0.100> BINARY.SIZE[1])\r\nd UID FETCH 1:* BODY[1.2.MIME]\r\ne LOGOUT\r\n`,
  'a LOGIN {17}\r\nhanako@plain.test {1+}\r\nx\r\nb EXAMINE "Archive"\r\nc STATUS INBOX (MESSAGES UIDNEXT)\r\nd IDLE\r\nDONE\r\ne LOGOUT\r\n',
  'a LOGIN hanako@plain.test x\r\nb SELECT INBOX\r\nc SEARCH CHARSET UTF-8 OR (SUBJECT "x" NOT SEEN) HEADER X-Y {3+}\r\nabc\r\nd UID SEARCH RETURN (MIN COUNT SAVE) 1:* BEFORE 2-Apr-2026\r\ne FETCH $ RFC822.SIZE\r\nf LOGOUT\r\n',
  'a LOGIN hanako@plain.test x\r\nb APPEND INBOX (\\Seen $x) "01-Apr-2026 09:00:00 +0900" {11+}\r\nA: b\r\n\r\nbody\r\nc SELECT INBOX\r\nd STORE 1 +FLAGS.SILENT (\\Deleted)\r\ne COPY 1 Archive\r\nf UID MOVE 1:* Trash\r\ng EXPUNGE\r\nh CLOSE\r\ni LOGOUT\r\n',
];
const popDialogues = [
  'CAPA\r\nUSER hanako@plain.test\r\nPASS x\r\nSTAT\r\nLIST\r\nUIDL 1\r\nRETR 1\r\nTOP 1 2\r\nQUIT\r\n',
  `AUTH PLAIN\r\n${plain}\r\nDELE 1\r\nRSET\r\nDELE 2\r\nNOOP\r\nLIST 2\r\nQUIT\r\n`,
  `AUTH PLAIN ${plain}\r\nUIDL\r\nRETR 2\r\nQUIT\r\n`,
];

const mails = [
  'From: a@b.test\r\nSubject: x\r\n\r\nbody\r\n',
  'From: =?UTF-8?B?6Iqx5a2Q?= <a@b.test>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\none\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: y\r\n\r\nz\r\n--b--\r\n',
];

async function newWorld(): Promise<RunningWorld> {
  const limits = { ...defaultLimits, events: 10_000_000 };
  const world = createWorld({ seed: 1, startsAt: 0, limits, parameters: {} }, [mailboxModule, smtpModule]);
  await world.perform(createMailbox, { address, provider: 'plain' });
  for (const mail of mails) {
    const data = Buffer.from(mail);
    await world.perform(receive, { helo: 'x', reversePath: '', forwardPaths: [address], opensMailboxes: false, data });
  }
  return world;
}

/** Says everything at once, hangs up its own half, and returns what came until the server hung up too. */
function said(port: number, bytes: Buffer, sockets: Set<Socket>): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    sockets.add(socket);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.once('close', () => {
      sockets.delete(socket);
      resolve(Buffer.concat(chunks).toString('latin1'));
    });
    socket.end(bytes);
  });
}

/**
 * Says so many mutated dialogues to both servers over sockets. Each must be answered to its end, and afterwards the
 * servers must still serve. Returns how many commands were carried out and how many refused.
 */
export async function fuzzMailDialogues(
  count: number,
  seed: number,
): Promise<{ readonly accepted: number; readonly refused: number }> {
  const outcomes = { accepted: 0, refused: 0 };
  const sockets = new Set<Socket>();
  const under = async (dialogues: readonly string[], serve: typeof listenForImap | typeof listenForPop3) => {
    using world = await newWorld();
    await using server = await serve(world, { port: 0 });
    const dialogue = mutated(dialogues).map(bytesOf);
    await fc.assert(
      fc.asyncProperty(dialogue, async (bytes) => {
        const answer = await said(server.port, bytes, sockets);
        if (/SERVERBUG|SYS\/TEMP/.test(answer)) throw new Error(answer);
        outcomes.accepted += answer.match(/^(\S+ OK|\+OK)/gm)?.length ?? 0;
        outcomes.refused += answer.match(/^(\S+ (BAD|NO)|-ERR|\* BYE)/gm)?.length ?? 0;
      }),
      { numRuns: Math.ceil(count / 2), seed },
    );
    const [whole = ''] = dialogues;
    const last = await said(server.port, Buffer.from(whole), sockets);
    if (!/^(e OK|\+OK until)/m.test(last)) throw new Error(`does not serve any more: ${last}`);
  };
  await under(imapDialogues, listenForImap);
  await under(popDialogues, listenForPop3);
  return outcomes;
}
