import { describe, expect, it } from 'vitest';
import { openid4vciWorld, request, tokenOf } from './openid4vci-fixture.ts';

const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
const pc =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const library = 'okhttp/4.12.0';

describe('the link of the mail as an interaction URL', () => {
  const open = async (userAgent: string, query: string) => {
    const fixture = await openid4vciWorld();
    const url = `${fixture.world.origins.wallet}/receive/${fixture.link()}${query}`;
    const headers = { accept: 'application/json', 'user-agent': userAgent };
    return fixture.ask('GET', url, { headers });
  };

  it('is in the mail', async () => {
    const { mails } = await openid4vciWorld();
    expect(mails[0]).toMatch(/\/receive\/[\w-]{43}\?iuv=1\s/);
  });

  it.each([
    ['the phone', phone, '?iuv=1'],
    ['the library of a wallet', library, '?iuv=1'],
    ['the phone with the link as it was before', phone, ''],
  ])('tells %s by which protocols it can be received', async (_, userAgent, query) => {
    const { status, body } = await open(userAgent, query);
    expect(status).toBe(200);
    const { OID4VCI } = body.protocols as { OID4VCI: string };
    const offer = new URL(OID4VCI).searchParams.get('credential_offer_uri');
    expect(offer).toMatch(/^https:\/\/issuer\.openbadge\.test\/openid4vci\/offers\/[\w-]{43}$/);
  });

  it.each([
    ['a PC', pc, '?iuv=1'],
    ['a library that does not ask as a wallet', library, ''],
    ['a library with another version', library, '?iuv=2'],
  ])('refuses %s as ever', async (_, userAgent, query) => {
    const { status, body } = await open(userAgent, query);
    expect([status, body.code]).toEqual([403, 'smartphone-required']);
  });

  it('leads a person to the offer, by a page that holds no token', async () => {
    const fixture = await openid4vciWorld();
    const url = `${fixture.world.origins.wallet}/receive/${fixture.link()}?iuv=1`;
    const headers = { accept: 'text/html', 'user-agent': phone };
    const page = await fixture.ask('GET', url, { headers });
    expect(page.text).toContain('href="?in=other"');
    expect(page.text).not.toContain(fixture.link());
    const { status, headers: told } = await fixture.ask('GET', url.replace('iuv=1', 'in=other'), { headers });
    expect([status, told.location]).toEqual([303, `https://issuer.openbadge.test/openid4vci/offers/${fixture.link()}`]);
  });

  it('leads nowhere once it was received by another wallet', async () => {
    const fixture = await openid4vciWorld();
    const token = fixture.link();
    await request(fixture, await tokenOf(fixture));
    const url = `${fixture.world.origins.wallet}/receive/${token}?iuv=1`;
    const { body } = await fixture.ask('GET', url, { headers: { 'user-agent': library, accept: 'application/json' } });
    expect(body.code).toBe('link-used');
  });

  it('changes nothing, nor does what it leads to (I10)', async () => {
    const fixture = await openid4vciWorld();
    const before = fixture.world.serialize();
    const headers = { 'user-agent': library, accept: 'application/json' };
    const { body } = await fixture.ask('GET', `${fixture.world.origins.wallet}/receive/${fixture.link()}?iuv=1`, {
      headers,
    });
    const offer = new URL((body.protocols as { OID4VCI: string }).OID4VCI).searchParams.get('credential_offer_uri');
    expect((await fixture.ask('GET', offer ?? '', { headers })).status).toBe(200);
    expect(Buffer.compare(fixture.world.serialize(), before)).toBe(0);
  });
});
