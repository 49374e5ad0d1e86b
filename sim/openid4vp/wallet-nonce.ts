import { command } from '../kernel/index.ts';

/** Fresh for each request that the wallet fetches: https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-5.10 */
export const drawWalletNonce = command<Record<never, never>, string>('openid4vp.drawWalletNonce', ({ random }) =>
  random.token('openid4vp/wallet-nonce'),
);
