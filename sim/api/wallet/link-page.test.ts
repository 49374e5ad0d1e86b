import { describe, expect, it } from 'vitest';
import {
  activeAccount,
  createWalletFixture,
  form,
  hanako,
  login,
  password,
  pc,
  type WalletFixture,
} from '../wallet-fixture.ts';

const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

/** Opens a link in a browser, and holds the world's bytes against those of before (I10). */
async function open(
  wallet: WalletFixture,
  path: string,
  { language = 'ja', userAgent }: { readonly language?: string; readonly userAgent?: string } = {},
): Promise<{ readonly status: number; readonly page: string }> {
  const before = Buffer.from(wallet.world.serialize());
  const asked = { language, accept, ...(userAgent !== undefined && { userAgent }) };
  const { status, headers, body } = await wallet.ask('GET', path, asked);
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'content-language': language });
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  expect(before.equals(wallet.world.serialize()), path).toBe(true);
  return { status, page: body.toString('utf8') };
}

/** One live link of each kind. */
async function liveLinks(): Promise<{ readonly wallet: WalletFixture; readonly paths: readonly string[] }> {
  const wallet = createWalletFixture();
  await activeAccount(wallet);
  await wallet.ask('POST', '/password-resets', { body: { address: hanako } });
  const reset = await wallet.mailedToken('password-reset');
  const { session } = await login(wallet);
  await wallet.ask('POST', '/addresses', { body: { address: 'hanako@gmail.com.test' }, bearer: session });
  const confirmation = await wallet.mailedToken('address-confirmation', 'hanako@gmail.com.test');
  const taro = 'taro@au.com.test';
  await wallet.ask('POST', '/registrations', form(wallet.issuer.issue('cred_0002', taro)));
  const activation = await wallet.mailedToken('activation', taro);
  const offer = wallet.issuer.issue('cred_0003', hanako);
  const first = wallet.issuer.issue('cred_0004', 'jiro@gmail.com.test');
  const paths = [
    `receive/${first}`,
    `receive/${offer}`,
    `activate/${activation}`,
    `reset/${reset}`,
    `addresses/${confirmation}`,
  ];
  return { wallet, paths: paths.map((path) => `/${path}`) };
}

/** Of each of the links above: what it is, and what comes next. */
const said = {
  ja: [
    ['学生証を受け取れます', '見本大学', 'j***@gmail.com.test', '利用規約', '2026年9月28日 23:59'],
    ['学生証を受け取れます', '見本大学', 'h***@docomo.ne.jp.test', 'アプリにログインすると'],
    ['アカウントを有効にできます', '有効化のボタン', '2026年4月2日'],
    ['パスワードを再設定できます', '新しいパスワードを入力', '2026年4月1日 10:00'],
    ['メールアドレスを追加できます', 'h***@gmail.com.test', '申し込んだアカウント'],
  ],
  en: [
    ['A student ID is waiting for you', 'Mihon University', 'j***@gmail.com.test', 'terms of use', '28 September 2026'],
    ['A student ID is waiting for you', 'h***@docomo.ne.jp.test', 'Log in to the app'],
    ['You can activate your account', 'Press the button', '2 April 2026'],
    ['You can set a new password', 'Type the new password', '1 April 2026, 10:00 (Japan time)'],
    ['You can add this address', 'h***@gmail.com.test', 'the account that asked'],
  ],
} as const;

describe('the page of a live link', () => {
  it.each(['ja', 'en'] as const)('says what it is, from whom, until when and what to do (%s)', async (language) => {
    const { wallet, paths } = await liveLinks();
    for (const [n, path] of paths.entries()) {
      const { status, page } = await open(wallet, path, { language });
      expect(status, path).toBe(200);
      for (const text of said[language][n] ?? []) expect(page).toContain(text);
      expect(page).toContain(language === 'ja' ? 'このリンクは使えます' : 'This link can be used');
      expect(page).toContain(language === 'ja' ? 'アプリで、このリンクを開いて' : 'in the app on your smartphone');
      // Neither the token nor a whole address: pages are photographed, and sent to help desks.
      expect(page.replace(/<[^>]*>/g, '')).not.toContain(path.split('/')[2]);
      expect(page).not.toContain('hanako@');
      expect(page).not.toContain(language === 'ja' ? 'waiting' : '学生証を受け取れます');
    }
  });

  it('asks a person at a PC to take the phone', async () => {
    const { wallet, paths } = await liveLinks();
    const { status, page } = await open(wallet, paths[0] ?? '', { userAgent: pc });
    expect([status, page.includes('<h1>スマートフォンで開いてください</h1>')]).toEqual([403, true]);
    expect((await open(wallet, paths[2] ?? '', { userAgent: pc })).status).toBe(200);
  });

  it('escapes what the issuer says of a school', async () => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', '"><img src=x>@docomo.ne.jp.test', '<script>alert(1)</script>');
    const { page } = await open(wallet, `/receive/${token}`);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toMatch(/<dd>&quot;\*\*\*@docomo/);
    expect(page).not.toMatch(/<script|<img/);
  });
});

describe('the page of a dead link', () => {
  it.each([
    ['used', 409, 'このリンクは使用済みです', 'The link was used already'],
    ['superseded', 410, '新しいメールのリンクをお使いください', 'A newer mail has the link that counts'],
    ['expired', 410, 'リンクの有効期限が切れています', 'The link has expired'],
  ] as const)('of an issue mail that is %s says so in the words of its error', async (state, status, ja, en) => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', hanako);
    const link = wallet.issuer.links.get(token);
    if (link !== undefined) link.state = state;
    const japanese = await open(wallet, `/receive/${token}`);
    expect([japanese.status, japanese.page.includes(`<h1>${ja}</h1>`)]).toEqual([status, true]);
    expect(japanese.page).toContain('<p class="about">発行のお知らせメールのリンク</p>');
    expect((await open(wallet, `/receive/${token}`, { language: 'en' })).page).toContain(`<h1>${en}</h1>`);
  });

  it('of the wallet’s own mails says what became of it', async () => {
    const wallet = createWalletFixture({ passwordResetTtlMs: 60_000 });
    await wallet.ask('POST', '/registrations', form(wallet.issuer.issue('cred_0001', hanako)));
    const older = await wallet.mailedToken('activation');
    await wallet.ask('POST', '/activation-mails', { body: { address: hanako, password } });
    const newer = await wallet.mailedToken('activation');
    expect((await open(wallet, `/activate/${older}`)).page).toContain('より新しい仮登録のお知らせメールがあります');
    await wallet.ask('POST', '/activations', { body: { token: newer } });
    expect((await open(wallet, `/activate/${newer}`)).page).toContain('アカウントはすでに有効です');
    await wallet.ask('POST', '/password-resets', { body: { address: hanako } });
    const reset = await wallet.mailedToken('password-reset');
    await wallet.world.advance(60_000);
    expect((await open(wallet, `/reset/${reset}`)).page).toContain('パスワード再設定のリンクの期限が切れています');
    const cut = await open(wallet, '/addresses/%3Cscript%3E');
    expect([cut.status, cut.page.includes('リンクが正しくありません'), cut.page.includes('<script>')]).toEqual([
      404,
      true,
      false,
    ]);
  });

  it('says that the issuer cannot be reached', async () => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', hanako);
    wallet.issuer.shutDown(true);
    expect((await open(wallet, `/receive/${token}`)).status).toBe(503);
  });
});
