import PostalMime from 'postal-mime';
import { formatInstant, type World } from '#sim/kernel';
import {
  bytesOf,
  type CaptureRecord,
  captureRecord,
  type Exchange,
  type NamedAddress,
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
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly sizeBytes: number }[];
  readonly transcript: readonly Exchange[];
}

export function summaryOf(record: CaptureRecord): CaptureSummary {
  return { ...record, receivedAt: formatInstant(record.receivedAt) };
}

/** Throws ServiceError `captured-unknown`. */
export async function decodedMessage(world: World, captured: string): Promise<DecodedMessage> {
  const summary = summaryOf(captureRecord(world, captured));
  const { to, date, text, html, links } = await openMessage(world, captured);
  const { attachments } = await PostalMime.parse(bytesOf(world, captured));
  return {
    ...summary,
    to,
    date,
    text,
    html,
    links,
    codes: codesIn(text === '' ? readableText(html) : text),
    attachments: attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      type: mimeType,
      sizeBytes: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength,
    })),
    transcript: transcriptOf(world, captured),
  };
}
