import type { ServiceError } from '../errors/index.ts';
import type { Instant } from '../kernel/index.ts';

/** What the wallet backend tells a verifier about a credential that is being shown. */
export interface Presentation {
  readonly credential: string;
  /** A compact JWS, or JSON with a proof inside. */
  readonly secured: string;
  readonly devices: readonly { readonly device: string; readonly publicKey: { readonly [member: string]: unknown } }[];
}

/** Something that was looked up. `isOld`: past its time, and in use only because nobody answered. */
export type Looked<Value> =
  | { readonly state: 'found'; readonly value: Value; readonly fetchedAt: Instant; readonly isOld: boolean }
  | { readonly state: 'missing' }
  /** An answer came, and is not to be trusted. */
  | { readonly state: 'untrusted'; readonly error: ServiceError }
  | { readonly state: 'unreachable' };

/** Header (0) or payload (1) of a compact JWS, unverified; undefined when it is no JSON object. */
export function jwtPart(jwt: string, index: 0 | 1): { readonly [name: string]: unknown } | undefined {
  try {
    const part: unknown = JSON.parse(Buffer.from(jwt.split('.')[index] ?? '', 'base64url').toString('utf8'));
    return typeof part === 'object' && part !== null ? (part as { readonly [name: string]: unknown }) : undefined;
  } catch {
    return undefined;
  }
}
