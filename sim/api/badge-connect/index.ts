import { callback } from './callback.ts';
import { importCredentials } from './import-credentials.ts';
import { keepImported } from './keep-imported.ts';
import { addOwnBadge, listOwnBadges } from './own-badges.ts';
import { endOfSchool, finishOfSchool, listOfSchool, pushOfSchool, startOfSchool } from './school-connections.ts';
import { endOfAccount, finishOfAccount, listOfAccount, pushOfAccount, startOfAccount } from './wallet-connections.ts';

/** At the wallet’s origin: what students have at hosts of other people. */
export const walletConnections = [
  startOfAccount,
  listOfAccount,
  callback('student'),
  finishOfAccount,
  pushOfAccount,
  importCredentials(keepImported),
  endOfAccount,
  listOwnBadges,
  addOwnBadge,
];

/** At the issuer’s origin: schools that send what they issued. */
export const schoolConnections = [
  startOfSchool,
  listOfSchool,
  callback('school'),
  finishOfSchool,
  pushOfSchool,
  endOfSchool,
];
