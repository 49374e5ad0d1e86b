/** How the relay of a world is. */
export const relayDefaults = {
  /** `any`: takes addresses as carriers gave them out; `strict`: only what RFC 5321 has a syntax for. */
  addresses: 'any',
};
