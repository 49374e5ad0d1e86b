/** `https://wallet.openbadge.test/receive/…`: what is left when the token is taken out of a link. Only https links are mailed, and on loopback http ones. */
export function maskLink(link: string): string {
  const url = new URL(link);
  const isLoopback = url.hostname === 'localhost' && url.protocol === 'http:';
  if (url.protocol !== 'https:' && !isLoopback) throw new TypeError('only https links are mailed');
  const folder = url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1);
  return `${url.origin}${folder}…${url.search === '' ? '' : '?…'}${url.hash === '' ? '' : '#…'}`;
}
