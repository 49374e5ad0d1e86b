import { ServiceError } from '../errors/index.ts';
import { simulatedDomainSuffix } from '../kernel/index.ts';
import { refuseLineBreaks } from './header-field.ts';

const domainPattern = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i;
const dotAtom = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;

/**
 * What two spellings of one mailbox have in common: letter case, blanks around it, and the quotes that a local part like
 * `"a..b"` needs in some places do not matter. Everyone who asks whether two addresses are one asks here.
 */
export function addressKey(address: string): string {
  const trimmed = address.trim();
  const at = Math.max(trimmed.lastIndexOf('@'), 0);
  return `${trimmed.slice(0, at).replace(/^"(.*)"$/, '$1')}${trimmed.slice(at)}`.toLowerCase();
}

/**
 * Lets through one address of a simulated domain. Local parts that RFC 5321 forbids (`a..b`, `a.`) pass: students have
 * them from docomo and au. Throws ServiceError `header-injection`, `address-malformed`, `domain-not-simulated`.
 */
export function checkForwardPath(address: string): void {
  refuseLineBreaks('forwardPath', address);
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  if (at < 1 || !/^("[\x21\x23-\x5b\x5d-\x7e]+"|[^\s"<>(),:;@[\]\\\x80-\uffff]+)$/.test(address.slice(0, at))) {
    throw new ServiceError('address-malformed');
  }
  if (!domainPattern.test(domain)) throw new ServiceError('address-malformed');
  if (!domain.toLowerCase().endsWith(simulatedDomainSuffix)) throw new ServiceError('domain-not-simulated');
}

/** The address as RFC 5322 §3.4.1 writes it: a local part that is no dot-atom goes into quotes. */
export function addrSpec(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  return dotAtom.test(local) || local.startsWith('"') ? address : `"${local}"${address.slice(at)}`;
}
