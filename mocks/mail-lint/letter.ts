import { realDomain } from '#sim/kernel';
import {
  bodyStart,
  fromOf,
  type Header,
  type NamedAddress,
  type ReadablePart,
  readableParts,
  readBodies,
  readHeader,
  subjectOf,
} from '../mailbox/index.ts';
import { domainOf } from '../providers/index.ts';
import { type Evidence, evidenceOfHeader } from './evidence.ts';
import { readTags, type Tag } from './html-tags.ts';

/** A mail laid open for the rules. */
export interface Letter {
  readonly bytes: Buffer;
  /** The header section as it stands, a character a byte. */
  readonly section: string;
  /** The same, unfolded; names in lower case. */
  readonly header: Header;
  readonly parts: readonly ReadablePart[];
  /** The bodies, decoded; empty when there is none. */
  readonly text: string;
  readonly html: string;
  /** The tags of the HTML body, in their order. */
  readonly tags: readonly Tag[];
  readonly from: NamedAddress;
  /** The real domain of the From address; empty without one. */
  readonly fromDomain: string;
  readonly subject: string;
  readonly evidence: Evidence;
  /** Hosts that are the sender's, whatever their domain. */
  readonly ownHosts: readonly string[];
}

export interface LetterOptions {
  /** What is known of the authentication from elsewhere; the mail's own header says it otherwise. */
  readonly evidence?: Evidence;
  readonly ownHosts?: readonly string[];
}

/** Reads RFC 5322 bytes with CRLF line ends, however malformed. */
export function readLetter(bytes: Buffer, options: LetterOptions = {}): Letter {
  const header = readHeader(bytes);
  const from = fromOf(header);
  const { text, html } = readBodies(bytes);
  return {
    bytes,
    section: bytes.toString('latin1', 0, bodyStart(bytes)),
    header,
    parts: readableParts(bytes),
    text,
    html,
    tags: readTags(html),
    from,
    fromDomain: from.address === '' ? '' : realDomain(domainOf(from.address)),
    subject: subjectOf(header),
    evidence: options.evidence ?? evidenceOfHeader(header),
    ownHosts: options.ownHosts ?? [],
  };
}

/** A mail that was saved with the line ends of the machine has none of SMTP: they are put back. */
export function withSmtpLineEnds(bytes: Buffer): Buffer {
  if (bytes.includes('\r\n') || !bytes.includes('\n')) return bytes;
  return Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
}
