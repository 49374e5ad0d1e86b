import { formatInstant, type Instant } from '#sim/kernel';
import { type Content, contentWithParts } from './content.ts';
import { goString } from './go-string.ts';
import { type Path, pathOf } from './path.ts';

/** What MailHog had to go on when a message came in. */
export interface Received {
  readonly id: string;
  readonly hostname: string;
  readonly helo: string;
  readonly from: string;
  readonly to: readonly string[];
  /** The message, with the CRLF before the final dot. */
  readonly data: Buffer;
  readonly at: Instant;
}

/** A message as MailHog keeps it: strings hold bytes. */
export interface MailhogMessage {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly helo: string;
  readonly at: Instant;
  readonly data: string;
  /** With the trace that MailHog adds. */
  readonly content: Content;
  readonly mime: readonly Content[] | null;
}

export interface ContentJson {
  Headers: { [name: string]: string[] };
  Body: string;
  Size: number;
  MIME: { Parts: ContentJson[] | null } | null;
}

/** The JSON of API v1 and v2, its members in the order of MailHog's structures. */
export interface MessageJson {
  readonly ID: string;
  readonly From: Path;
  readonly To: readonly Path[] | null;
  Content: ContentJson;
  readonly Created: string;
  MIME: { Parts: ContentJson[] | null } | null;
  readonly Raw: {
    readonly From: string;
    readonly To: readonly string[] | null;
    readonly Data: string;
    readonly Helo: string;
  };
}

/** https://github.com/mailhog/data/blob/master/message.go : Parse */
export function mailhogMessage({ id, hostname, helo, from, to, data, at }: Received): MailhogMessage {
  const bytes = data.toString('latin1');
  const kept = bytes.endsWith('\r\n') ? bytes.slice(0, -2) : bytes;
  const { mime, ...content } = contentWithParts(kept);
  addTrace(content.headers, { id, hostname, helo, from, at });
  return { id, from, to, helo, at, data: kept, content: { ...content, mime: null }, mime };
}

/** Which of several keys that differ in case gets the trace is left to chance by MailHog; here it is the last. */
function addTrace(headers: Map<string, string[]>, trace: Omit<Received, 'to' | 'data'>): void {
  const keyOf = (name: string): string | undefined => [...headers.keys()].findLast((key) => key.toLowerCase() === name);
  const { id, hostname, helo, from, at } = trace;
  const received = `from ${bytesOf(helo)} by ${hostname} (MailHog)\r\n          id ${id}; ${rfc1123z(at)}`;
  const keys = { received: keyOf('received'), returnPath: keyOf('return-path') };
  if (keyOf('message-id') === undefined) headers.set('Message-ID', [id]);
  append(headers, keys.received ?? 'Received', received);
  append(headers, keys.returnPath ?? 'Return-Path', `<${bytesOf(from)}>`);
}

function append(headers: Map<string, string[]>, key: string, value: string): void {
  headers.set(key, [...(headers.get(key) ?? []), value]);
}

function bytesOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

export function messageJson({ id, from, to, helo, at, data, content, mime }: MailhogMessage): MessageJson {
  return {
    ID: id,
    From: pathOf(from),
    To: to.length === 0 ? null : to.map(pathOf),
    Content: contentJson(content),
    Created: rfc3339Nano(at),
    MIME: mimeJson(mime),
    Raw: { From: from, To: to.length === 0 ? null : to, Data: goString(data), Helo: helo },
  };
}

function contentJson({ headers, body, size, mime }: Content): ContentJson {
  // Go writes the keys of a map in the order of their bytes.
  const sorted = [...headers].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    Headers: Object.fromEntries(sorted.map(([name, values]) => [goString(name), values.map(goString)])),
    Body: goString(body),
    Size: size,
    MIME: mimeJson(mime),
  };
}

function mimeJson(parts: readonly Content[] | null): { Parts: ContentJson[] | null } | null {
  if (parts === null) return null;
  return { Parts: parts.length === 0 ? null : parts.map(contentJson) };
}

/** https://pkg.go.dev/time#RFC3339Nano : zeros at the end of the fraction are left out. */
function rfc3339Nano(at: Instant): string {
  return formatInstant(at).replace(/\.?0*(?=\+09:00$)/, '');
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** https://pkg.go.dev/time#RFC1123Z , at the offset that every instant is printed with. */
function rfc1123z(at: Instant): string {
  const [, year, month, day, time] = /^(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)/.exec(formatInstant(at)) ?? [];
  const weekday = days[new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay()];
  return `${weekday}, ${day} ${months[Number(month) - 1]} ${year} ${time} +0900`;
}

/** Header and body as MailHog writes them out again, in bytes; it shuffles the header, this does not. */
export function writtenOut({ headers, body }: Content): Buffer {
  const lines = [...headers].flatMap(([name, values]) => values.map((value) => `${name}: ${value}\r\n`));
  return Buffer.from(`${lines.join('')}\r\n${body}`, 'latin1');
}
