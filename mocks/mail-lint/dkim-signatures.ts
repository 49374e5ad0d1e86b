import { createHash } from 'node:crypto';
import { bodyStart } from '../mailbox/index.ts';
import type { Letter } from './letter.ts';

/** The tags of a DKIM-Signature: https://www.rfc-editor.org/rfc/rfc6376#section-3.5 */
export interface Signature {
  readonly domain: string;
  readonly selector: string;
  /** The names of the signed fields, in lower case. */
  readonly fields: readonly string[];
  readonly bodyHash: string;
  readonly algorithm: string;
  readonly isBodyRelaxed: boolean;
  /** Whether it says how much of the body it covers: what comes behind may be anybody's. */
  readonly hasLength: boolean;
}

/** A mailing has one to three. */
const signaturesMax = 20;

export function signaturesOf({ header }: Pick<Letter, 'header'>): readonly Signature[] {
  return header
    .filter(({ name }) => name === 'dkim-signature')
    .slice(0, signaturesMax)
    .map(({ value }) => {
      const tags = new Map<string, string>();
      for (const part of value.split(';')) {
        const equals = part.indexOf('=');
        if (equals > 0) tags.set(part.slice(0, equals).trim(), part.slice(equals + 1).replace(/\s+/g, ''));
      }
      const [, body = 'simple'] = (tags.get('c') ?? 'simple/simple').split('/');
      return {
        domain: (tags.get('d') ?? '').toLowerCase(),
        selector: tags.get('s') ?? '',
        fields: (tags.get('h') ?? '').toLowerCase().split(':'),
        bodyHash: tags.get('bh') ?? '',
        algorithm: tags.get('a') ?? '',
        isBodyRelaxed: body === 'relaxed',
        hasLength: tags.has('l'),
      };
    });
}

/** Whether the body is the one that was signed: the part of the check that needs no key. */
export function coversBody({ bytes }: Pick<Letter, 'bytes'>, signature: Signature): boolean {
  const body = bytes.toString('latin1', bodyStart(bytes));
  const lines = body.split('\r\n').map((line) => (signature.isBodyRelaxed ? relaxed(line) : line));
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  // https://www.rfc-editor.org/rfc/rfc6376#section-3.4.3 : an empty body is one line end to `simple`, nothing to `relaxed`.
  const canonical = lines.length === 0 && signature.isBodyRelaxed ? '' : `${lines.join('\r\n')}\r\n`;
  const hash = createHash(signature.algorithm.endsWith('sha1') ? 'sha1' : 'sha256');
  return hash.update(canonical, 'latin1').digest('base64') === signature.bodyHash;
}

/** https://www.rfc-editor.org/rfc/rfc6376#section-3.4.4 */
function relaxed(line: string): string {
  const reduced = line.replace(/[ \t]+/g, ' ');
  return reduced.endsWith(' ') ? reduced.slice(0, -1) : reduced;
}
