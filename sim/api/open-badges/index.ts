import type { Operation } from '../operation/index.ts';
import type { ServiceContext } from '../service-context.ts';
import { getCredentials, upsertCredential } from './credentials.ts';
import { discoveryOf } from './discovery.ts';
import { showPrivacyPolicy, showTerms } from './policies.ts';
import { changeProfile, getProfile } from './profile.ts';

export { apiBase } from './api-base.ts';
export { hostPorts } from './host-ports.ts';
export { showPrivacyPolicy, showTerms } from './policies.ts';

const operations: readonly Operation<ServiceContext>[] = [getCredentials, upsertCredential, getProfile, changeProfile];

/** The Open Badges 3.0 API as provider, at the wallet's origin. */
export const openBadgesOperations: readonly Operation<ServiceContext>[] = [
  discoveryOf(operations),
  ...operations,
  showTerms,
  showPrivacyPolicy,
];
