import { realDomain } from '../kernel/index.ts';
import { hasFreeLocalParts, intendedDomain, simulatedDomain } from './mail-domain.ts';
import { type RosterIssue, rosterIssue } from './roster-issue.ts';
import { type CellPlace, isIssue, type ReadCell, readText } from './roster-text.ts';

/** https://www.rfc-editor.org/rfc/rfc5322#section-3.2.3 (atext) */
const atoms = /^[\w!#$%&'*+/=?^`{|}~.-]+$/;
const quoted = /^"[\x21\x23-\x5b\x5d-\x7e]+"$/;
const domainName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/i;

/**
 * An address, its domain replaced by the simulated one. A domain that looks like a slip of a common one is refused, or
 * only marked when `typos` is `warn`.
 */
export function readAddress(place: CellPlace, cell: string, typos: 'reject' | 'warn'): ReadCell {
  // First of all: small and superscript forms become `=` and `+` by it, which begin a formula.
  const normal = cell.normalize('NFKC').trim();
  // A hyphen begins no formula here: docomo and au gave out addresses like that.
  const hyphen = normal.startsWith('-') ? '-' : '';
  const read = readText(place, normal.slice(hyphen.length));
  if (isIssue(read)) return read;
  const text = hyphen + read.text;
  const warnings: RosterIssue[] = [];
  if (text === '') return rosterIssue(place, 'roster-cell-empty', {});
  if (text !== cell.trim()) warnings.push(rosterIssue(place, 'roster-cell-normalised', {}));
  const at = text.lastIndexOf('@');
  if (at < 1 || at === text.length - 1) return rosterIssue(place, 'roster-address-form', {});
  const local = text.slice(0, at);
  const domain = text.slice(at + 1).toLowerCase();
  if (!domainName.test(domain)) return rosterIssue(place, 'roster-address-domain', {});
  const wrong = checkLocalPart(place, local, domain);
  if (wrong?.code === 'roster-address-carrier') warnings.push(wrong);
  else if (wrong !== undefined) return wrong;
  const suggestion = intendedDomain(domain);
  if (suggestion !== undefined) {
    const typo = rosterIssue(place, 'roster-address-typo', { domain: realDomain(domain), suggestion });
    if (typos === 'reject') return typo;
    warnings.push(typo);
  }
  return { text: `${local}@${simulatedDomain(domain)}`, warnings };
}

function checkLocalPart(place: CellPlace, local: string, domain: string): RosterIssue | undefined {
  // https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.1
  if (local.length > 64) return rosterIssue(place, 'roster-address-local-part', { reason: '> 64' });
  if (quoted.test(local)) return undefined;
  if (!atoms.test(local)) {
    const strange = [...local].find((character) => !atoms.test(character)) ?? '';
    return rosterIssue(place, 'roster-address-local-part', { reason: strange === ' ' ? 'U+0020' : strange });
  }
  // https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2 : a Dot-string has no empty atom.
  const isDotString = !/^\.|\.\.|\.$/.test(local);
  if (isDotString && !local.startsWith('-')) return undefined;
  if (hasFreeLocalParts(domain)) return rosterIssue(place, 'roster-address-carrier', {});
  return isDotString ? undefined : rosterIssue(place, 'roster-address-dots', {});
}
