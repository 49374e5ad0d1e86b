import { formatInstant, type World } from '#sim/kernel';
import {
  type CaptureRecord,
  captureRecord,
  type Exchange,
  type NamedAddress,
  type OpenedMessage,
  openMessage,
  readableText,
  transcriptOf,
} from '../mailbox/index.ts';
import { codesIn } from './codes.ts';

/** A capture as the API lists it. */
export interface CaptureSummary extends Omit<CaptureRecord, 'receivedAt'> {
  /** RFC 3339. */
  readonly receivedAt: string;
}

/** A capture as the API shows it: everything decoded. */
export interface DecodedMessage extends CaptureSummary {
  readonly to: readonly NamedAddress[];
  readonly date: string;
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
  readonly codes: readonly string[];
  readonly attachments: OpenedMessage['attachments'];
  readonly transcript: readonly Exchange[];
}

export function summaryOf(record: CaptureRecord): CaptureSummary {
  return { ...record, receivedAt: formatInstant(record.receivedAt) };
}

/** Throws ServiceError `captured-unknown`. */
export async function decodedMessage(world: World, captured: string): Promise<DecodedMessage> {
  const summary = summaryOf(captureRecord(world, captured));
  const { to, date, text, html, links, attachments } = await openMessage(world, captured);
  return {
    ...summary,
    to,
    date,
    text,
    html,
    links,
    codes: codesIn(text === '' ? readableText(html) : text),
    attachments,
    transcript: transcriptOf(world, captured),
  };
}
