/** Tells its owner which mailbox is meant, and nobody else the name before the @: `h***@docomo.ne.jp.test`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}***${address.slice(at)}`;
}
