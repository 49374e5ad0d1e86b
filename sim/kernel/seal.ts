import { createCipheriv, createDecipheriv, hash } from 'node:crypto';

/**
 * Live tokens in a journal are sealed, so that reading or searching a saved world shows none. The key comes from the
 * seed, which the file names: this keeps secrets out of sight, not from someone who replays the world.
 */
export interface Seal {
  seal(text: string, nonce: number): string;
  /** Throws when the text was altered. */
  unseal(sealed: string, nonce: number): string;
}

export function createSeal(seed: number): Seal {
  const key = hash('sha256', `todoku seal|${seed}`, 'buffer');
  const iv = (nonce: number): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUIntBE(nonce, 6, 6);
    return bytes;
  };
  return {
    seal(text, nonce) {
      const cipher = createCipheriv('aes-256-gcm', key, iv(nonce));
      return Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
    },
    unseal(sealed, nonce) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, iv(nonce));
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
    },
  };
}
