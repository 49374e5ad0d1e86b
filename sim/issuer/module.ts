import type { Module } from '../kernel/index.ts';
import { claimCredential } from './claim.ts';
import { endClaimWindow, endValidity } from './expiry.ts';
import { importRows } from './import-roster.ts';
import { interruptAfter, resumeIssuance, scheduleIssuance } from './issuance.ts';
import { issueNext } from './issuance-turn.ts';
import { consumeLink } from './link.ts';
import { type ReminderTimer, remind } from './notice.ts';
import { reissueCredential } from './reissue.ts';
import { revokeCredential } from './revoke.ts';
import { rotateKey } from './rotate-key.ts';
import { addSchool } from './school.ts';
import { secureAnyCredential } from './secure-any-credential.ts';
import { reinstateCredential, suspendCredential } from './suspend.ts';
import { issuerTables } from './tables.ts';

/** Schools, rosters, and the student IDs that they issue. Needs the mail and the fault module beside it. */
export const issuerModule: Module = {
  name: 'issuer',
  tables: issuerTables,
  commands: [
    addSchool,
    rotateKey,
    importRows,
    scheduleIssuance,
    resumeIssuance,
    interruptAfter,
    claimCredential,
    consumeLink,
    reissueCredential,
    revokeCredential,
    suspendCredential,
    reinstateCredential,
    secureAnyCredential,
  ],
  timers: {
    'issuer.issue': (world, payload) => issueNext(world, payload as { issuance: string }),
    'issuer.remind': (world, payload) => remind(world, payload as unknown as ReminderTimer),
    'issuer.endClaimWindow': (world, payload) =>
      endClaimWindow(world, payload as { credential: string; round: number }),
    'issuer.endValidity': (world, payload) => endValidity(world, payload as { credential: string }),
  },
};
