import type { Fetch } from '#sim/kernel';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly userAgent: string;
  readonly session: string | undefined;
}

/** The person whom the fake wallet backend knows, once she has registered. */
export const hanako = { address: 'hanako@docomo.ne.jp.test', name: '見本 花子', password: 'Mihon2026!' } as const;

/**
 * A wallet backend with one offer, made to test handsets against: the answers have the shapes of the real one, the rules
 * behind them are the least that the journey needs. Its members may be changed in a test.
 */
export interface FakeWallet {
  readonly fetch: Fetch;
  readonly requests: SeenRequest[];
  readonly receiveLink: string;
  readonly activationLink: string;
  readonly resetLink: string;
  readonly addressLink: string;
  link: 'live' | 'used' | 'superseded' | 'expired';
  account: { password: string; isActive: boolean } | undefined;
  isReceived: boolean;
  hasOffer: boolean;
  /** The form that the page of the link was given lay too long. */
  isFormOld: boolean;
  /** Apps are turned away until they are updated. */
  wantsNewerApp: boolean;
  status: string;
  devices: { device: string; name: string; publicKey: unknown }[];
  /** What the next request is answered with instead; a status of a gateway, or nothing at all. */
  nextAnswer: { status: number } | 'none' | undefined;
  endSessions(): void;
}
