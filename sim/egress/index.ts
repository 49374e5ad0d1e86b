export { createEgress, type Egress, type EgressLimits, type EgressOptions, type Target } from './egress.ts';
export { asFailure, egressFetch, type HttpWay, httpWay } from './egress-fetch.ts';
export { canonicalHost, isLoopbackHost } from './host-name.ts';
