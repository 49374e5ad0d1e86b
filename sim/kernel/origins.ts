/**
 * Where the parts of the simulated system live: the origin of each service (https://www.rfc-editor.org/rfc/rfc6454#section-6.2),
 * without a slash at the end.
 */
export type Origins = {
  /** Of the schools: rosters, credentials, keys and status lists. */
  readonly issuer: string;
  /** Of the students: accounts, and what they hold. */
  readonly wallet: string;
  /** Of whoever checks: the gate, the counter. */
  readonly verifier: string;
};

/**
 * `.test` is reserved (RFC 6761 §6.2): no name server answers for it and no real gate trusts it. A world that is served
 * on loopback has the addresses of its ports instead.
 */
export const simulatedOrigins: Origins = {
  issuer: 'https://issuer.openbadge.test',
  wallet: 'https://wallet.openbadge.test',
  verifier: 'https://verifier.openbadge.test',
};
