/** `https://wallet.openbadge.test/receive/…`: what is left when the token is taken out of a link. Only https links are mailed. */
export function maskLink(link: string): string {
  const url = new URL(link);
  if (url.protocol !== 'https:') throw new TypeError('only https links are mailed');
  const folder = url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1);
  return `${url.origin}${folder}…${url.search === '' ? '' : '?…'}${url.hash === '' ? '' : '#…'}`;
}
