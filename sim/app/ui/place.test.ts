import { describe, expect, it } from 'vitest';
import { placeOf, schemeLink, tokenOf } from './place.ts';

const at = (pathname: string, search = '', hash = '') => ({ pathname, search, hash });

describe('where the pages run', () => {
  it.each([
    [at('/app/'), { app: 'wallet' }],
    [at('/app/', '', '#/'), { app: 'wallet' }],
    [at('/app/index.html', '', '#/receive/t0ken?iuv=1'), { app: 'wallet', link: '/receive/t0ken?iuv=1' }],
    [at('/app/', '', '#/login'), { app: 'wallet', login: { because: '' } }],
    [at('/app/', '', '#/login?because=account-exists'), { app: 'wallet', login: { because: 'account-exists' } }],
    [at('/receive/t0ken', '?iuv=1', '#x'), { app: 'browser', link: '/receive/t0ken?iuv=1' }],
  ])('is told by the address %j', (address, expected) => {
    expect(placeOf(address, false)).toEqual(expected);
  });

  it('is the mail app where its browser says so, and never in the app', () => {
    expect(placeOf(at('/reset/t'), true)).toEqual({ app: 'mail-app', link: '/reset/t' });
    expect(placeOf(at('/app/'), true)).toEqual({ app: 'wallet' });
  });

  it.each([
    ['/receive/t0ken?iuv=1', 't0ken'],
    ['/receive/a%2Fb', 'a/b'],
    ['/receive/%', '%'],
    ['/receive/', ''],
    ['/receive', ''],
  ])('finds the token of %s', (link, token) => {
    expect(tokenOf(link)).toBe(token);
  });

  it('opens the app at a path by its scheme', () => {
    expect(schemeLink('/receive/t0ken?iuv=1')).toBe('lecos://receive/t0ken?iuv=1');
  });
});
