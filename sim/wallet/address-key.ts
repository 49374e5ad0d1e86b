/**
 * What two spellings of one address have in common: letter case, blanks around it, and the quotes that an address like
 * `"a..b"@docomo.ne.jp.test` needs in some places do not matter.
 */
export function addressKey(address: string): string {
  const trimmed = address.trim();
  const at = trimmed.lastIndexOf('@');
  return `${trimmed.slice(0, Math.max(at, 0)).replace(/^"(.*)"$/, '$1')}${trimmed.slice(Math.max(at, 0))}`.toLowerCase();
}

/** Tells its owner which mailbox is meant, and nobody else the name before the @: `h***@docomo.ne.jp.test`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}***${address.slice(at)}`;
}
