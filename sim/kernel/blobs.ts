import { hash } from 'node:crypto';
import type { Store } from './store.ts';

/** Bytes that rows name by number instead of holding them: equal bytes stand once, however many rows name them. */
export interface Blobs {
  /** Keeps bytes for one row more and returns their number. Only inside a command. */
  keep(bytes: Uint8Array): number;
  /** Throws TypeError when no row keeps bytes of that number. */
  bytesOf(blob: number): Buffer;
  /** One row less keeps them; with the last they are gone. Only inside a command. */
  release(blob: number): void;
}

export const blobTable = `
  CREATE TABLE blob (blob INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, holders INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;`;

export function createBlobs(store: Store): Blobs {
  return {
    keep(bytes) {
      const digest = hash('sha256', bytes, 'buffer');
      const known = store.get<{ blob: number }>('SELECT blob FROM blob WHERE digest = ?', digest);
      if (known === undefined) {
        return store.insert('INSERT INTO blob (digest, holders, bytes) VALUES (?, 1, ?)', digest, bytes);
      }
      store.run('UPDATE blob SET holders = holders + 1 WHERE blob = ?', known.blob);
      return known.blob;
    },
    bytesOf(blob) {
      const row = store.get<{ bytes: Uint8Array }>('SELECT bytes FROM blob WHERE blob = ?', blob);
      if (row === undefined) throw new TypeError(`no bytes are kept as ${blob}`);
      return Buffer.from(row.bytes.buffer, row.bytes.byteOffset, row.bytes.byteLength);
    },
    release(blob) {
      store.run('UPDATE blob SET holders = holders - 1 WHERE blob = ?', blob);
      store.run('DELETE FROM blob WHERE blob = ? AND holders = 0', blob);
    },
  };
}
