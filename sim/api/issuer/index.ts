import type { Operation } from '../operation/index.ts';
import type { ServiceContext } from '../service-context.ts';
import { listCredentials, reinstate, reissue, revoke, suspend } from './credentials.ts';
import { issue, readIssuance, resume } from './issuances.ts';
import { listMail } from './mail.ts';
import { claimOffer, consumeOfferLink, findOffer, listOffers } from './offers.ts';
import { importRosterFile } from './rosters.ts';
import { readAchievement, readDidDocument, readKey, readKeys, readSchool } from './school-documents.ts';
import { readStatus } from './status.ts';
import { readStatusList } from './status-lists.ts';

/** The HTTP of the issuer: for schools, for the wallet, and what anyone may read. */
export const issuerOperations: readonly Operation<ServiceContext>[] = [
  importRosterFile,
  issue,
  readIssuance,
  resume,
  listCredentials,
  reissue,
  revoke,
  suspend,
  reinstate,
  listMail,
  findOffer,
  consumeOfferLink,
  listOffers,
  claimOffer,
  readSchool,
  readAchievement,
  readDidDocument,
  readKeys,
  readKey,
  readStatus,
  readStatusList,
];
