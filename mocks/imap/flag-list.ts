import type { CommandCursor } from './command-cursor.ts';
import type { ImapLimits } from './limits.ts';
import { bad } from './refusal.ts';

/** https://www.rfc-editor.org/rfc/rfc9051#section-2.3.2 */
export const systemFlags = ['\\Answered', '\\Flagged', '\\Deleted', '\\Seen', '\\Draft'] as const;

/** `(\Seen $Junk)`, or the same without brackets where a command allows it; each in the server's own spelling. */
export function readFlags(cursor: CommandCursor, limits: ImapLimits, mustBeList: boolean): string[] {
  const one = (): string => knownFlag(cursor.flag(), limits);
  if (mustBeList || cursor.sees('('))
    return cursor.list(one, { itemsMax: limits.items, mayBeEmpty: true }).filter(Boolean);
  const flags = [one()];
  while (cursor.takes(' ')) {
    if (flags.length === limits.items) throw bad('too many flags');
    flags.push(one());
  }
  return flags.filter(Boolean);
}

function knownFlag(flag: string, { keywordLength }: ImapLimits): string {
  if (flag.length > keywordLength) throw bad('the flag is too long');
  if (!flag.startsWith('\\')) return flag;
  // \Recent is nobody's to set; programs that copy flags name it all the same.
  if (flag.toUpperCase() === '\\RECENT') return '';
  const known = systemFlags.find((one) => one.toUpperCase() === flag.toUpperCase());
  if (known === undefined) throw bad('there is no such flag');
  return known;
}
