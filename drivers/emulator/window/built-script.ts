import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceError } from '#sim/errors';

const read = new Map<string, string>();

/** A script that runs inside pages, as it was built. Throws ServiceError `pages-not-built`. */
export function builtScript(file: 'handset-agent/agent.js' | 'handset-bars/bars.js' | 'handset-page/page.js'): string {
  const known = read.get(file);
  if (known !== undefined) return known;
  try {
    const text = readFileSync(join(import.meta.dirname, '../../../built', file), 'utf8');
    read.set(file, text);
    return text;
  } catch (error) {
    throw new ServiceError('pages-not-built', {}, { cause: error });
  }
}
