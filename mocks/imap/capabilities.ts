import type { ImapClient } from './imap-client.ts';

/** Each is told by whole documents: RFC 9051, 3501, 7888, 4959, 2971, 5161, 2177, 2342, 3348, 4315, 6851, 3691, … */
const always = [
  'IMAP4rev1 IMAP4rev2 LITERAL+ SASL-IR ID ENABLE IDLE NAMESPACE CHILDREN UIDPLUS MOVE UNSELECT SPECIAL-USE',
  'LIST-EXTENDED LIST-STATUS STATUS=SIZE ESEARCH SEARCHRES BINARY UTF8=ACCEPT',
].join(' ');

export function capabilitiesOf({ isSecure, mailbox, limits }: ImapClient): string {
  const beforeLogIn = isSecure ? ' AUTH=PLAIN' : ' STARTTLS AUTH=PLAIN';
  return `${always} APPENDLIMIT=${limits.messageBytes}${mailbox === undefined ? beforeLogIn : ''}`;
}
