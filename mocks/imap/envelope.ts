import { imapString, nstring } from './imap-string.ts';
import { type RawAddress, rawAddresses } from './raw-address.ts';
import { type RawField, rawValue } from './raw-header.ts';

/** https://www.rfc-editor.org/rfc/rfc9051#section-7.5.2 : ENVELOPE, nothing decoded. */
export function envelopeOf(fields: readonly RawField[]): string {
  const text = (name: string): string => nstring(rawValue(fields, name));
  const from = addressList(fields, 'from');
  const or = (list: string): string => (list === 'NIL' ? from : list);
  return `(${[
    text('date'),
    text('subject'),
    from,
    // Absent or empty, both are whom it is from.
    or(addressList(fields, 'sender')),
    or(addressList(fields, 'reply-to')),
    addressList(fields, 'to'),
    addressList(fields, 'cc'),
    addressList(fields, 'bcc'),
    text('in-reply-to'),
    text('message-id'),
  ].join(' ')})`;
}

function addressList(fields: readonly RawField[], name: string): string {
  const addresses = rawAddresses(rawValue(fields, name) ?? '');
  return addresses.length === 0 ? 'NIL' : `(${addresses.map(written).join('')})`;
}

function written({ name, mailbox, host }: RawAddress): string {
  // An address without a host is still no group: its host is the empty string.
  return `(${nstring(name)} NIL ${nstring(mailbox)} ${host === undefined ? 'NIL' : imapString(host)})`;
}
