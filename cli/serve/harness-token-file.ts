import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceError } from '#sim/errors';

/** https://www.rfc-editor.org/rfc/rfc6750#section-2.1 : what may stand after `Bearer`. */
const form = /^[\w.~+/-]{16,200}=*$/;

/**
 * The token that opens the harness: the one that is given, else the one that the folder keeps, else a new one of 256
 * random bits, which the folder then keeps for its owner alone. Throws ServiceError `option-value`.
 */
export function harnessTokenFor(given: string | undefined, folder: string | undefined): string {
  if (given !== undefined) {
    if (form.test(given)) return given;
    throw new ServiceError('option-value', {
      option: '--token',
      expected: '16…200 × A-Z a-z 0-9 . _ ~ + / -',
      given: '…',
    });
  }
  const file = folder === undefined ? undefined : join(folder, 'harness-token');
  const kept = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  const token = form.test(kept) ? kept : randomBytes(32).toString('base64url');
  if (file !== undefined && token !== kept) writeFileSync(file, `${token}\n`, { mode: 0o600 });
  // The mode counts only when the file is made.
  if (file !== undefined) chmodSync(file, 0o600);
  return token;
}
