import { hash } from 'node:crypto';

/** Numbers from 0 to below 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    return hash('sha256', `kills|${seed}|${drawn}`, 'buffer').readUInt32BE(0) / 2 ** 32;
  };
}
