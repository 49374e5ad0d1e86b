import { describe, expect, it } from 'vitest';
import { folder, mailboxOf } from '#mocks/mailbox';
import { type MailAppUnderTest, mailAppUnderTest, mailOf } from './mail-app-fixture.ts';

const docomo = 'hanako@docomo.ne.jp.test';
const own = { 'x-todoku-page': 'mail-app', 'content-type': 'application/json' };

async function get(app: MailAppUnderTest, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${app.url}${path}`, { headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
}

async function post(app: MailAppUnderTest, path: string, body: unknown = {}, headers: Record<string, string> = own) {
  const response = await fetch(`${app.url}api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}

describe('the mail app’s data', () => {
  it('is a mailbox as its provider’s app shows it', async () => {
    await using app = await mailAppUnderTest();
    const mailbox = await app.open('hanako@gmail.com.test', { tab: 'promotions' });
    await app.arrive('hanako@gmail.com.test', mailOf({ text: '花子様\nhttps://wallet.openbadge.test/receive/t0ken' }));
    expect((await get(app, 'api/mailboxes')).json()).toEqual({
      mailboxes: [{ mailbox, address: 'hanako@gmail.com.test', provider: { ja: 'Gmail', en: 'Gmail' } }],
    });
    expect((await get(app, `api/mailboxes/${mailbox}`)).json()).toMatchObject({
      now: '2026-04-01T09:00:00.000+09:00',
      folders: [
        { folder: 'inbox', name: { ja: '受信トレイ' }, messages: 1, unread: 1 },
        { folder: 'junk', name: { en: 'Spam' }, messages: 0, keptDays: 30 },
        { folder: 'archive' },
        { folder: 'trash', keptDays: 30 },
      ],
      tabs: [{ tab: 'primary' }, { tab: 'promotions' }, { tab: 'updates' }],
      searchedFolders: ['inbox', 'archive'],
    });
    expect((await get(app, `api/mailboxes/${mailbox}/messages?folder=inbox`)).json()).toMatchObject({
      total: 1,
      messages: [
        {
          captured: 'cap_0001',
          from: { name: 'オープンバッジサービス', address: 'service@openbadge.net' },
          subject: '【見本大学】からオープンバッジ発行のお知らせ',
          isRead: false,
          marks: ['tab-promotions'],
          tab: 'promotions',
          excerpt: '花子様 https://wallet.openbadge.test/receive/t0ken',
        },
      ],
    });
  });

  it('is limited to the mailboxes that a phone is set up with', async () => {
    await using app = await mailAppUnderTest();
    const mine = await app.open(docomo);
    const other = await app.open('taro@gmail.com.test');
    const listed = async (query: string): Promise<string[]> =>
      (await get(app, `api/mailboxes${query}`)).json().mailboxes.map((one: { mailbox: string }) => one.mailbox);
    expect(await listed('')).toEqual([mine, other]);
    expect(await listed(`?account=${docomo.toUpperCase()}`)).toEqual([mine]);
    expect(await listed(`?account=nobody@a.test,taro@gmail.com.test`)).toEqual([other]);
    expect((await get(app, 'api/mailboxes?acount=x')).status).toBe(400);
  });

  it('tells once which link of a mail’s page was touched, as its list of links has it', async () => {
    await using app = await mailAppUnderTest();
    await app.open(docomo);
    const html =
      '<a href="https://a.test/?x=1&amp;y=2">1</a><a href="javascript:x">2</a><a href="https://b.test/">3</a>';
    await app.arrive(docomo, mailOf({ text: 'https://b.test/', html }));
    const page = (await get(app, 'api/messages/cap_0001/page')).text;
    expect(page.match(/href="tapped[^"]*"/g)).toEqual(['href="tapped/0"', 'href="tapped/1"']);
    const told = async () => (await get(app, 'api/messages/cap_0001/tapped-link')).json();
    expect(await told()).toEqual({});
    await get(app, 'api/messages/cap_0001/tapped/0');
    expect(await told()).toEqual({ link: 'https://a.test/?x=1&y=2' });
    expect(await told()).toEqual({});
    for (const place of ['1', '7', 'x', '99999']) await get(app, `api/messages/cap_0001/tapped/${place}`);
    expect(await told()).toEqual({});
    await get(app, 'api/messages/cap_0001/tapped/1');
    expect(await told()).toEqual({ link: 'https://b.test/' });
  });

  it('looks without changing anything; reading is a command', async () => {
    await using app = await mailAppUnderTest();
    const mailbox = await app.open(docomo);
    await app.arrive(docomo, mailOf({ text: 'x' }));
    const commands = app.world.journal.entries().length;
    await get(app, 'api/messages/cap_0001');
    await get(app, 'api/messages/cap_0001/page');
    expect(app.world.journal.entries()).toHaveLength(commands);
    expect(await post(app, 'messages/cap_0001/read')).toEqual({ status: 204, text: '' });
    expect(folder(app.world, mailbox, 'inbox')).toMatchObject([{ isRead: true }]);
    expect(app.world.journal.entries()).toHaveLength(commands + 1);
  });

  it('moves, deletes, restores and empties as its owner does', async () => {
    await using app = await mailAppUnderTest();
    const mailbox = await app.open(docomo);
    await app.arrive(docomo, mailOf({ text: 'x' }));
    const lies = (): string[] =>
      (['inbox', 'junk', 'archive', 'trash'] as const).filter((name) => folder(app.world, mailbox, name).length > 0);
    await post(app, 'messages/cap_0001/move', { to: 'archive' });
    expect(lies()).toEqual(['archive']);
    await post(app, 'messages/cap_0001/delete');
    expect(lies()).toEqual(['trash']);
    await post(app, 'messages/cap_0001/restore');
    expect(lies()).toEqual(['archive']);
    await post(app, 'messages/cap_0001/move', { to: 'junk' });
    await post(app, 'messages/cap_0001/not-junk');
    expect(lies()).toEqual(['inbox']);
    await post(app, 'messages/cap_0001/allow-sender');
    expect(mailboxOf(app.world, docomo)?.settings).toMatchObject({ allowedSenders: ['service@openbadge.net'] });
    await post(app, 'messages/cap_0001/delete');
    await post(app, `mailboxes/${mailbox}/empty-trash`);
    expect(lies()).toEqual([]);
  });

  it('shows what is held on the quarantine’s page alone, and lets out what its owner may let out', async () => {
    await using app = await mailAppUnderTest({ dns: { dmarc: 'quarantine', spf: 'wrong' } });
    const address = 'hanako@mihon-u.ac.jp.test';
    const mailbox = await app.open(address);
    await app.arrive(address, mailOf({ text: 'x' }));
    const { held } = (await get(app, `api/mailboxes/${mailbox}/quarantine`)).json();
    expect(held).toMatchObject([{ captured: 'cap_0001', releasedBy: 'user' }]);
    expect((await get(app, 'api/messages/cap_0001')).status).toBe(404);
    expect(await post(app, 'messages/cap_0001/release')).toMatchObject({ status: 204 });
    expect(folder(app.world, mailbox, 'inbox')).toHaveLength(1);
  });

  it('lets nobody but an administrator release what was taken for dangerous', async () => {
    await using app = await mailAppUnderTest();
    const address = 'hanako@mihon-u.ac.jp.test';
    const mailbox = await app.open(address, { zap: 'quarantine' });
    await app.arrive(address, mailOf({ text: 'x' }));
    await app.world.advance(86_400_000);
    const { held } = (await get(app, `api/mailboxes/${mailbox}/quarantine`)).json();
    expect(held).toMatchObject([{ captured: 'cap_0001', releasedBy: 'admin' }]);
    const { status, text } = await post(app, 'messages/cap_0001/release');
    expect([status, JSON.parse(text).code]).toEqual([403, 'quarantine-admin-only']);
  });

  it('gives a long folder page by page', async () => {
    await using app = await mailAppUnderTest();
    const mailbox = await app.open(docomo);
    for (let n = 0; n < 53; n += 1) await app.arrive(docomo, mailOf({ subject: `mail ${n}`, text: 'x' }));
    const page = async (from: number) =>
      (await get(app, `api/mailboxes/${mailbox}/messages?folder=inbox&from=${from}`)).json();
    const [first, second] = [await page(0), await page(50)];
    expect([first.total, first.messages.length, second.messages.length]).toEqual([53, 50, 3]);
    expect(second.messages.at(-1).subject).toBe('mail 0');
  });
});

describe('the mail app’s answers', () => {
  it('hold a mail behind three walls', async () => {
    await using app = await mailAppUnderTest();
    await app.open(docomo);
    const html = '<p>花子</p><script>alert(1)</script><img src="https://a.test/x.png" alt="ロゴ">';
    await app.arrive(docomo, mailOf({ html }));
    const { text, headers } = await get(app, 'api/messages/cap_0001/page');
    expect(text).toContain('<p>花子</p><span class="todoku-no-image" role="img">ロゴ</span>');
    expect(text).not.toMatch(/alert|a\.test/);
    expect(headers.get('content-security-policy')).toBe(
      "sandbox; default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    );
    expect((await get(app, 'api/messages/cap_0001')).json()).toMatchObject({ blocked: { remote: 1, active: 1 } });
  });

  it('carry the headers of a page that trusts nobody', async () => {
    await using app = await mailAppUnderTest();
    const { headers, text } = await get(app, '?lang=en');
    expect(text).toContain('<html lang="en">');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const bare = await fetch(app.url.replace(/\/$/, ''), { redirect: 'manual' });
    expect([bare.status, bare.headers.get('location')]).toEqual([302, 'mail/']);
  });

  it.each([
    ['no header', { 'content-type': 'application/json' }],
    ['the header of another page', { ...own, 'x-todoku-page': 'elsewhere' }],
    ['another site', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { ...own, 'sec-fetch-site': 'same-site' }],
  ])('refuse a change that comes with %s', async (_title, headers) => {
    await using app = await mailAppUnderTest();
    const mailbox = await app.open(docomo);
    await app.arrive(docomo, mailOf({ text: 'x' }));
    const { status, text } = await post(app, 'messages/cap_0001/delete', {}, headers);
    expect([status, JSON.parse(text).code]).toEqual([403, 'page-foreign']);
    expect(folder(app.world, mailbox, 'inbox')).toHaveLength(1);
  });

  it.each([
    ['api/messages/cap_9999', 404, 'captured-unknown'],
    ['api/messages/cap_9999/page', 404, 'captured-unknown'],
    ['api/mailboxes/mbox_9999', 404, 'mailbox-unknown'],
    ['api/mailboxes/mbox_9999/messages?folder=inbox', 404, 'mailbox-unknown'],
    ['api/mailboxes/mbox_0001/messages?folder=nowhere', 400, 'request-invalid'],
    ['api/mailboxes/mbox_0001/messages?folder=inbox&from=-1', 400, 'request-invalid'],
    ['api/mailboxes/mbox_0001/messages?holder=x', 400, 'request-invalid'],
    ['api/messages/%E0%A4%A', 400, 'request-invalid'],
  ])('say what is wrong with %s', async (path, status, code) => {
    await using app = await mailAppUnderTest();
    await app.open(docomo);
    for (const language of ['ja', 'en']) {
      const answer = await get(app, path, { 'accept-language': language });
      expect([answer.status, answer.json().code]).toEqual([status, code]);
      expect(answer.headers.get('content-language')).toBe(language);
    }
  });

  it('say what is wrong with a body', async () => {
    await using app = await mailAppUnderTest();
    await app.open(docomo);
    await app.arrive(docomo, mailOf({ text: 'x' }));
    expect(await post(app, 'messages/cap_0001/move', { to: 'quarantine' })).toMatchObject({ status: 400 });
    expect(await post(app, 'messages/cap_0001/move', { to: 'x'.repeat(5_000) })).toMatchObject({ status: 413 });
    const broken = await fetch(`${app.url}api/messages/cap_0001/move`, { method: 'POST', headers: own, body: '{' });
    expect([broken.status, ((await broken.json()) as { code: string }).code]).toEqual([400, 'request-invalid']);
    expect(await post(app, 'messages/cap_0001/restore')).toMatchObject({ status: 409 });
    expect(await post(app, 'messages/cap_0001/explode')).toMatchObject({ status: 404 });
  });
});
