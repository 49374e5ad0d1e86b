import type { Module } from '../kernel/index.ts';
import { answerRequest, requestPresentation, requestTable } from './presentation-request.ts';
import { drawWalletNonce } from './wallet-nonce.ts';

/** The verifier that asks for presentations over the network. */
export const openid4vpModule: Module = {
  name: 'openid4vp',
  tables: requestTable,
  commands: [requestPresentation, answerRequest, drawWalletNonce],
};
