import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../evidence.ts';
import { found, mailOf, trips } from '../lint-fixture.ts';
import { authenticationRules } from './authentication.ts';

const proven: Evidence = {
  from: 'zone',
  envelopeDomain: 'openbadge.net',
  spf: 'pass',
  headerFromSpf: 'pass',
  dkim: 'pass',
  dmarc: 'pass',
  policy: 'reject',
  fromDomainTakesMail: true,
};
const zone = (change: Partial<Evidence>) => ({ evidence: { ...proven, ...change } });

/** A mail whose signature has these tags; the body hash is right unless it is given. */
function signed(tags: { readonly [tag: string]: string } = {}) {
  const body = 'body \t text\r\n\r\n\r\n';
  const bh = createHash('sha256').update('body text\r\n').digest('base64');
  const all = {
    a: 'rsa-sha256',
    c: 'relaxed/relaxed',
    d: 'openbadge.net',
    s: 'x',
    h: 'from:to:subject:date',
    bh,
    b: 'x',
    ...tags,
  };
  const value = Object.entries(all).map(([tag, each]) => `${tag}=${each}`);
  return { evidence: proven, header: { 'DKIM-Signature': value.join('; ') }, body: `\r\n${body}` };
}

const results = (value: string) => ({ header: { 'Authentication-Results': value } });

describe('authentication', () => {
  trips(authenticationRules, [
    ['authentication-unknown', {}, zone({})],
    ['spf-failed', zone({ spf: 'softfail' }), zone({})],
    [
      'spf-failed',
      results('mx.example; spf=fail smtp.mailfrom=service@openbadge.net'),
      results('mx.example; spf=pass'),
    ],
    ['spf-failed', results('mx.example; spf=fail (spf=pass)'), results('mx.example; spf=pass (spf=fail)')],
    ['from-spf-failed', zone({ headerFromSpf: 'none' }), zone({})],
    ['spf-unaligned', zone({ envelopeDomain: 'esp.example' }), zone({ envelopeDomain: 'bounce.openbadge.net' })],
    [
      'spf-unaligned',
      { header: { 'Return-Path': '<b@esp.example>' } },
      { header: { 'Return-Path': '<b@openbadge.net>' } },
    ],
    ['dkim-missing', {}, signed()],
    ['dkim-failed', { ...signed(), ...zone({ dkim: 'fail' }) }, signed()],
    ['dkim-failed', { ...signed(), evidence: { ...proven, dkim: 'none' } }, zone({ dkim: 'none' })],
    ['dkim-unaligned', signed({ d: 'esp.example' }), signed({ d: 'mail.openbadge.net' })],
    ['dkim-from-unsigned', signed({ h: 'to:subject' }), signed()],
    ['dkim-fields-unsigned', signed({ h: 'from' }), signed()],
    ['dkim-body-changed', signed({ c: 'relaxed/simple' }), signed()],
    ['dkim-length', signed({ l: '4' }), signed()],
    ['dkim-sha1', signed({ a: 'rsa-sha1' }), signed()],
    ['dmarc-failed', zone({ dmarc: 'fail' }), zone({})],
    ['dmarc-missing', zone({ dmarc: 'none' }), zone({})],
    ['from-domain-without-mail', zone({ fromDomainTakesMail: false }), zone({})],
  ]);

  it('believes the topmost results alone, and one signature that passes', () => {
    const two = {
      header: {
        'Authentication-Results': ['mx.example; dkim=fail; dkim=pass; dmarc=pass', 'evil.example; dmarc=fail'],
      },
    };
    expect(found(two, authenticationRules)).toEqual(['dkim-missing']);
  });

  it('takes an empty body as RFC 6376 does', () => {
    const bh = createHash('sha256').update('').digest('base64');
    expect(found({ ...signed({ bh }), body: '\r\n' }, authenticationRules)).not.toContain('dkim-body-changed');
    expect(mailOf({ body: '\r\n' }).toString('latin1')).toMatch(/\r\n\r\n$/);
  });
});
