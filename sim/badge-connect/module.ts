import type { Module } from '../kernel/index.ts';
import { clientTable, keepClient } from './client.ts';
import { authorizationTable, beginAuthorization, takeState } from './connect.ts';
import { connectionTable, keepSealedTokens, lapse } from './connection.ts';
import { notePushed } from './credentials.ts';
import { beginEnd, forgetConnection } from './disconnect.ts';

/** The Open Badges API as its client: what students and schools have at the hosts of other people. */
export const badgeConnectModule: Module = {
  name: 'badge-connect',
  tables: [clientTable, connectionTable, authorizationTable].join('\n'),
  commands: [
    keepClient,
    beginAuthorization,
    takeState,
    keepSealedTokens,
    lapse,
    notePushed,
    beginEnd,
    forgetConnection,
  ],
};
