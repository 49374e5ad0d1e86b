import { ServiceError } from '#sim/errors';
import type { Instant, World } from '#sim/kernel';
import type { NamedAddress } from './header-reader.ts';
import { folded, searchableBody } from './search.ts';

/** All that is known of a captured message without parsing it: the view of who sees everything. */
export interface CaptureRecord {
  /** Counts up with every capture. */
  readonly seq: number;
  readonly captured: string;
  readonly message: string;
  readonly mailbox: string;
  /** Where it lies; null for what was accepted and shown to nobody. */
  readonly folder: string | null;
  readonly kind: string;
  readonly about?: string;
  readonly reversePath: string;
  readonly forwardPath: string;
  readonly from: NamedAddress;
  readonly subject: string;
  readonly receivedAt: Instant;
  readonly isRead: boolean;
  readonly sizeBytes: number;
}

/** What a search asks for; everything that is given must hold, whatever the width and case of letters. */
export interface CaptureQuery {
  /** Only what was captured after the one of that number. */
  readonly after: number;
  readonly mailbox?: string;
  /** A part of the forward-path. */
  readonly to?: string;
  /** A part of the From field's name or address. */
  readonly from?: string;
  /** A part of the decoded subject. */
  readonly subject?: string;
  /** Words, each somewhere in From, subject or decoded body. */
  readonly text?: string;
}

interface Row {
  readonly seq: number;
  readonly captured: string;
  readonly message: string;
  readonly mailbox: string;
  readonly folder: string | null;
  readonly kind: string;
  readonly about: string | null;
  readonly reversePath: string;
  readonly forwardPath: string;
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly receivedAt: number;
  readonly isRead: number;
  readonly sizeBytes: number;
}

const number = 'CAST(substr(captured, 5) AS INTEGER)';
const columns = `SELECT ${number} AS seq, captured, message, mailbox, folder, kind, about, reverse_path AS reversePath,
    forward_path AS forwardPath, from_name AS name, from_address AS address, subject, received_at AS receivedAt,
    is_read AS isRead, size_bytes AS sizeBytes
  FROM mailbox_message`;

/** Throws ServiceError `captured-unknown`. */
export function captureRecord(world: World, captured: string): CaptureRecord {
  const row = world.store.get<Row>(`${columns} WHERE captured = ?`, captured);
  if (row === undefined) throw new ServiceError('captured-unknown');
  return fromRow(row);
}

/** The newest first. */
export function findCaptures(world: World, query: CaptureQuery, limit: number): readonly CaptureRecord[] {
  const found: CaptureRecord[] = [];
  const words = folded(query.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const rows = world.store.all<Row>(`${columns} WHERE ${number} > ? ORDER BY seq DESC`, query.after);
  for (const row of rows) {
    if (found.length === limit) break;
    const record = fromRow(row);
    if (fits(record, query) && hasWords(world, record, words)) found.push(record);
  }
  return found;
}

function fits({ mailbox, forwardPath, from, subject }: CaptureRecord, query: CaptureQuery): boolean {
  const holds = (whole: string, part: string | undefined): boolean =>
    part === undefined || folded(whole).includes(folded(part));
  return (
    (query.mailbox === undefined || query.mailbox === mailbox) &&
    holds(forwardPath, query.to) &&
    holds(`${from.name} ${from.address}`, query.from) &&
    holds(subject, query.subject)
  );
}

function hasWords(world: World, { captured, from, subject }: CaptureRecord, words: readonly string[]): boolean {
  const head = folded(`${from.name} ${from.address} ${subject}`);
  const missing = words.filter((word) => !head.includes(word));
  if (missing.length === 0) return true;
  const body = searchableBody(world, captured);
  return missing.every((word) => body.includes(word));
}

function fromRow({ about, name, address, isRead, ...row }: Row): CaptureRecord {
  return { ...row, ...(about !== null && { about }), from: { name, address }, isRead: isRead === 1 };
}
