/** What two spellings of one address have in common: letter case and quotes around the local part do not matter. */
export function addressKey(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).replace(/^"(.*)"$/, '$1');
  return `${local}${address.slice(at)}`.toLowerCase();
}
