/**
 * Where the parts of the simulated system live. `.test` is reserved (RFC 6761 §6.2): no name server answers for it and no
 * real gate trusts it.
 */
export const origins = {
  issuer: 'https://issuer.openbadge.test',
  wallet: 'https://wallet.openbadge.test',
} as const;
