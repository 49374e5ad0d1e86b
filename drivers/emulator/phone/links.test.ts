import { describe, expect, test } from 'vitest';
import { type LinkPlace, type LinkWorld, targetOf } from './links.ts';
import { walletApp } from './phone-fixture.ts';

const appOrigin = 'https://wallet.openbadge.test';
const receive = `${appOrigin}/receive/TOKEN?x=1`;

function world(given: Partial<LinkWorld> = {}): LinkWorld {
  return { platform: 'iOS', installed: [walletApp], appOrigin, opensLinksInMailApp: false, ...given };
}

const fromMail: LinkPlace = { from: 'mail' };
const inApp = { type: 'app', app: 'wallet', url: `${appOrigin}/app/#/receive/TOKEN?x=1`, asksFirst: false };

describe('a link', () => {
  test.each([
    ['of the service opens its app', receive, fromMail, world(), inApp],
    ['of the service opens its app on Android', receive, fromMail, world({ platform: 'Android' }), inApp],
    ['from outside opens the app too', receive, { from: undefined }, world(), inApp],
    ['from a camera opens the app too', receive, { from: 'camera' }, world(), inApp],
    ['that was cut before its token opens the app', `${appOrigin}/receive`, fromMail, world(), { type: 'app' }],
    ['opens the browser without the app', receive, fromMail, world({ installed: [] }), { type: 'browser' }],
    ['opens the browser on a PC', receive, fromMail, world({ platform: 'Windows' }), { type: 'browser', url: receive }],
    [
      'that its reader opens in the browser',
      receive,
      { from: 'mail', within: 'browser' },
      world(),
      { type: 'browser' },
    ],
    ['in the mail app', receive, { from: 'mail', within: 'mail-app' }, world(), { type: 'mail-page', url: receive }],
    ['in a mail app that opens all', receive, fromMail, world({ opensLinksInMailApp: true }), { type: 'mail-page' }],
    ['to another page', `${appOrigin}/terms`, fromMail, world(), { type: 'browser' }],
    ['to another site', 'https://school.test/receive/x', fromMail, world(), { type: 'browser' }],
    ['without TLS', 'http://wallet.openbadge.test/receive/x', fromMail, world(), { type: 'browser' }],
    ['typed by hand', receive, { from: 'browser', isTyped: true }, world(), { type: 'browser' }],
    ['on a page of the same site', receive, { from: 'browser', page: `${appOrigin}/x` }, world(), { type: 'browser' }],
    ['on a page of another site', receive, { from: 'browser', page: 'https://school.test/' }, world(), inApp],
    ['that is no URL', 'receive', fromMail, world(), { type: 'nowhere' }],
  ] as const)('%s', (_name, url, place, given, target) => {
    expect(targetOf(url, place, given)).toMatchObject(target);
  });

  test.each([
    [
      'opens the app',
      'lecos://receive/TOKEN',
      fromMail,
      world(),
      { ...inApp, url: `${appOrigin}/app/#/receive/TOKEN` },
    ],
    ['asks first in Safari', 'lecos://login?because=x', { from: 'browser' }, world(), { type: 'app', asksFirst: true }],
    ['asks nobody in Chrome', 'lecos://x', { from: 'browser' }, world({ platform: 'Android' }), { asksFirst: false }],
    ['leads nowhere without it', 'lecos://receive/TOKEN', fromMail, world({ installed: [] }), { type: 'nowhere' }],
    ['of nobody leads nowhere', 'tel:110', fromMail, world(), { type: 'nowhere' }],
  ] as const)('of the app’s own scheme %s', (_name, url, place, given, target) => {
    expect(targetOf(url, place, given)).toMatchObject(target);
  });

  test.each([
    ['todoku-store://install?app=wallet', { type: 'install', app: 'wallet' }],
    ['todoku-store://open?app=wallet', { type: 'open', app: 'wallet' }],
    ['todoku-store://remove?app=wallet', { type: 'nowhere' }],
    ['market://details?id=test.openbadge.wallet', { type: 'store', app: 'test.openbadge.wallet' }],
    ['itms-apps://apps.apple.com/app/id1', { type: 'store', app: 'id1' }],
  ] as const)('of a store: %s', (url, target) => {
    expect(targetOf(url, { from: 'store' }, world())).toEqual(target);
  });
});
