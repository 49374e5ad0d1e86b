import { hash } from 'node:crypto';
import { formatInstant, type World } from '#sim/kernel';
import {
  type Arrival,
  bytesOf,
  fieldOf,
  type NamedAddress,
  type ParsedMail,
  parseMail,
  readableText,
  readHeader,
} from '../mailbox/index.ts';
import { mailpitId } from './mailpit-id.ts';
import { isRead } from './mailpit-module.ts';

/** https://pkg.go.dev/net/mail#Address , as Go writes it. */
export interface AddressJson {
  readonly Name: string;
  readonly Address: string;
}

/** https://github.com/axllent/mailpit/blob/develop/internal/storage/structs.go : MessageSummary */
export interface SummaryJson {
  readonly ID: string;
  readonly MessageID: string;
  readonly Read: boolean;
  readonly From: AddressJson;
  readonly To: readonly AddressJson[];
  readonly Cc: readonly AddressJson[];
  readonly Bcc: readonly AddressJson[];
  readonly ReplyTo: readonly AddressJson[];
  readonly Subject: string;
  readonly Created: string;
  readonly Username: string;
  readonly Tags: readonly string[];
  readonly Size: number;
  readonly Attachments: number;
  readonly Snippet: string;
}

/** A message with all that a search or an answer asks of it. */
export interface MailpitMessage {
  readonly message: string;
  readonly summary: SummaryJson;
  readonly mail: ParsedMail;
  readonly returnPath: string;
  readonly data: Buffer;
}

const snippetCharacters = 250;

export async function mailpitMessage(world: World, arrival: Arrival): Promise<MailpitMessage> {
  const data = bytesOf(world, arrival.captured[0] ?? '');
  const mail = await parseMail(data);
  const [To, Cc, inHeader] = [mail.to, mail.cc, mail.bcc].map(addressesJson) as [
    AddressJson[],
    AddressJson[],
    AddressJson[],
  ];
  const shown = new Set([...To, ...Cc, ...inHeader].map(({ Address }) => Address.toLowerCase()));
  // Mailpit shows addresses of the envelope that no field names as Bcc.
  const hidden = arrival.forwardPaths.filter((path) => !shown.has(path.toLowerCase()));
  const text = mail.text === undefined || mail.text === '' ? readableText(mail.html ?? '') : mail.text;
  return {
    message: arrival.message,
    mail,
    returnPath: arrival.reversePath,
    data,
    summary: {
      ID: mailpitId(world, arrival.message),
      MessageID: fieldOf(readHeader(data), 'message-id').replace(/^<|>$/g, ''),
      Read: isRead(world, arrival.message),
      From: addressJson({ name: mail.from?.name ?? '', address: mail.from?.address ?? '' }),
      To,
      Cc,
      Bcc: [...inHeader, ...hidden.map((address) => addressJson({ name: '', address }))],
      ReplyTo: addressesJson(mail.replyTo),
      Subject: mail.subject ?? '',
      Created: formatInstant(arrival.receivedAt),
      Username: '',
      Tags: [],
      Size: data.length,
      Attachments: mail.attachments.filter(({ disposition }) => disposition !== 'inline').length,
      Snippet: text.replace(/\s+/g, ' ').trim().slice(0, snippetCharacters),
    },
  };
}

/** https://github.com/axllent/mailpit/blob/develop/internal/storage/structs.go : Message */
export function messageJson({ summary, mail, returnPath }: MailpitMessage): object {
  const { Read: _, Created, Snippet: __, Attachments: ___, Username, Tags, Size, ...head } = summary;
  const parts = mail.attachments.map((attachment, index) => ({ attachment, json: attachmentJson(attachment, index) }));
  const hung = (isInline: boolean): object[] =>
    parts.filter(({ attachment }) => (attachment.disposition === 'inline') === isInline).map(({ json }) => json);
  return {
    ...head,
    ReturnPath: returnPath,
    ListUnsubscribe: { Header: '', Links: [], Errors: '', HeaderPost: '' },
    // A date that postal-mime cannot read is left as it was written.
    Date: mail.date === undefined || Number.isNaN(Date.parse(mail.date)) ? Created : mail.date,
    Tags,
    Username,
    Text: mail.text ?? '',
    HTML: mail.html ?? '',
    Size,
    Inline: hung(true),
    Attachments: hung(false),
  };
}

function attachmentJson(attachment: ParsedMail['attachments'][number], index: number): object {
  const bytes = attachmentBytes(attachment);
  const sum = (algorithm: string): string => hash(algorithm, bytes, 'hex');
  return {
    PartID: String(index + 1),
    FileName: attachment.filename ?? '',
    ContentType: attachment.mimeType,
    ContentID: (attachment.contentId ?? '').replace(/^<|>$/g, ''),
    Size: bytes.length,
    Checksums: { MD5: sum('md5'), SHA1: sum('sha1'), SHA256: sum('sha256') },
  };
}

export function attachmentBytes({ content }: ParsedMail['attachments'][number]): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
}

function addressesJson(entries: ParsedMail['to']): AddressJson[] {
  return (entries ?? [])
    .flatMap((entry) => (entry.address === undefined ? entry.group : [{ name: entry.name, address: entry.address }]))
    .map(addressJson);
}

function addressJson({ name, address }: NamedAddress): AddressJson {
  return { Name: name, Address: address };
}
