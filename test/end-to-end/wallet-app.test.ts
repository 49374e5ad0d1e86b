import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { executablePath, useChromium } from './mail-app-phone.ts';
import { hanako, password, type WalletAppUnderTest, walletAppUnderTest } from './wallet-app-fixture.ts';
import { deviceKey, type Phone, phone } from './wallet-app-phone.ts';

const student = `0012345,見本 花子,${hanako}`;
/** A machine that does other things too may need a while. */
function poll<Value>(read: () => Value) {
  return expect.poll(read, { timeout: 60_000 });
}

const inShell = { hasShell: true } as const;

/** Registers and activates in the browser. */
async function join(app: WalletAppUnderTest): Promise<void> {
  await app.issue([student]);
  await using browser = await phone(app, await app.linkTo('issue-notice'));
  await browser.screen('terms');
  for (const control of ['agree-terms', 'agree-privacy-policy', 'continue']) await browser.tap(control);
  await browser.fill({ name: '見本 花子', password });
  for (const control of ['register', 'confirm']) await browser.tap(control);
  await browser.screen('activation-wait');
  await browser.page.goto(app.origin + (await app.linkTo('activation')));
  await browser.tap('activate');
  await browser.screen('activated');
  expect(browser.complaints).toEqual([]);
}

async function logIn(opened: Phone): Promise<void> {
  await opened.fill({ address: hanako, password });
  await opened.tap('log-in');
  await opened.screen('credential-list');
}

describe.skipIf(executablePath === undefined)('the wallet app in Chromium', { timeout: 300_000 }, () => {
  useChromium();

  it('goes from the mail to the student ID, whose QR is signed by the phone and anew each 30 s', async () => {
    await using app = await walletAppUnderTest();
    await join(app);
    await using hanakos = await phone(app, '/app/', inShell);
    const { page } = hanakos;
    expect(await hanakos.screen('wallet-first-run')).toHaveLength(2);
    await hanakos.tap('log-in');
    await logIn(hanakos);
    expect(await hanakos.screen('credential-list')).toEqual(['オープンバッジ一覧', '見本大学', 'スマート学生証']);
    await hanakos.tap('receive');
    expect(await hanakos.screen('student-id')).toEqual([
      'SIMULATION（見本・無効）',
      '見本大学',
      '氏名: 見本 花子',
      '学籍番号: 0012345',
      '有効期限: 2027年3月31日',
      '現在時刻: 2026年4月1日 09:20:00',
    ]);
    const first = await page.getByTestId('qr-code').getAttribute('data-text');
    const [signed, signature] = [first?.slice(0, first.lastIndexOf(':')), first?.slice(first.lastIndexOf(':') + 1)];
    expect(signed).toBe(`todoku:1:cred_0001:${Math.floor(app.world.clock.now() / 30_000)}:dev_0001`);
    const { d: _, ...publicHalf } = deviceKey;
    const key = createPublicKey({ key: publicHalf, format: 'jwk' });
    expect(verify(null, Buffer.from(signed ?? ''), key, Buffer.from(signature ?? '', 'base64url'))).toBe(true);
    await hanakos.context.clock.setFixedTime(app.world.clock.now() + 30_000);
    await expect
      .poll(() =>
        page
          .getByTestId('qr-code')
          .getAttribute('data-text')
          .catch(() => first),
      )
      .not.toBe(first);
    await hanakos.tap('details');
    expect((await hanakos.screen('credential-details')).join('\n')).toContain('この学生証は本物で、いま有効です。');
    await hanakos.tap('back');
    await hanakos.screen('student-id');
    expect(hanakos.complaints).toEqual([]);
  });

  it('keeps the card for a time without a network, and forgets it at the log-out, but not that it was there', async () => {
    await using app = await walletAppUnderTest();
    await join(app);
    await using hanakos = await phone(app, '/app/#/login', inShell);
    const { page, context } = hanakos;
    await logIn(hanakos);
    await hanakos.tap('receive');
    await hanakos.screen('student-id');
    await hanakos.tap('back');
    await context.setOffline(true);
    await hanakos.screen('credential-list');
    await hanakos.tap('reload');
    await expect
      .poll(() => hanakos.screen('credential-list'))
      .toContain('オフラインです。最後に確認できた内容を表示しています。');
    await hanakos.tap('show-id');
    expect((await hanakos.screen('student-id')).at(-1)).toMatch(/^最終確認: /);
    await page.getByTestId('qr-code').waitFor();
    await hanakos.tap('back');
    await hanakos.tap('devices');
    await hanakos.screen('network-error');
    await context.setOffline(false);
    await hanakos.tap('retry');
    expect(await hanakos.screen('devices')).toContain('iPhone 17（この端末）');
    await hanakos.tap('back');
    await hanakos.tap('log-out');
    await hanakos.screen('login');
    expect(await page.evaluate('localStorage.getItem("lecos.cards")')).toBeNull();
    await page.goto(`${app.origin}/app/`);
    await hanakos.screen('login');
    // Opened by its icon once more while an app of another state is told to be out of step.
    await logIn(hanakos);
    await page.evaluate('localStorage.setItem("lecos.sync", "old-version")');
    await hanakos.tap('reload');
    await poll(async () => (await hanakos.screen('credential-list')).join()).toContain('申請中です。');
    expect(hanakos.complaints).toEqual([]);
  });

  it('shows on the form what is wrong, and while one types what is still missing', async () => {
    await using app = await walletAppUnderTest();
    await app.issue([student]);
    await using browser = await phone(app, await app.linkTo('issue-notice'));
    const { page } = browser;
    expect((await browser.screen('terms')).slice(1)).toEqual(['見本大学', 'スマート学生証', 'h***@docomo.ne.jp.test']);
    expect(await page.getByTestId('continue').isDisabled()).toBe(true);
    await browser.tap('agree-terms');
    expect(await page.getByTestId('continue').isDisabled()).toBe(true);
    for (const control of ['agree-privacy-policy', 'continue', 'register']) await browser.tap(control);
    expect(await browser.screen('registration')).toContain('入力されていない項目があります。');
    await browser.fill({ name: '見本 花子', password: 'Mihon' });
    const met = (): Promise<(string | null)[]> =>
      page.locator('.conditions .met').evaluateAll((found) => found.map((each) => each.getAttribute('data-condition')));
    expect(await met()).toEqual(['upper', 'lower', 'character']);
    for (const control of ['register', 'confirm']) await browser.tap(control);
    expect(await browser.screen('registration')).toContain('数字（0〜9）を1文字以上入れてください。');
    expect(await page.getByTestId('name').inputValue()).toBe('見本 花子');
    await browser.fill({ password });
    expect(await met()).toHaveLength(6);
    await browser.tap('register');
    await browser.tap('back');
    expect(await page.getByTestId('password').inputValue()).toBe(password);
    for (const control of ['register', 'confirm']) await browser.tap(control);
    await browser.screen('activation-wait');
  });

  it('asks a PC for a smartphone, and the reader of a mail app to open a browser', async () => {
    await using app = await walletAppUnderTest();
    await app.issue([student]);
    const link = await app.linkTo('issue-notice');
    const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
    await using pc = await phone(app, link, { userAgent: windows });
    expect((await pc.screen('smartphone-required')).join()).toContain('スマートフォン');
    expect(pc.complaints).toEqual([]);
    const android = 'Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36';
    await using inMail = await phone(app, link, { userAgent: `${android} MailApp/1.0` });
    expect((await inMail.screen('terms')).at(-1)).toContain('メールアプリの中で開いています。');
    await using cut = await phone(app, link.slice(0, 40));
    expect((await cut.screen('link-unknown')).join()).toContain('リンクの全体');
    await using bare = await phone(app, '/receive/');
    await bare.screen('link-unknown');
    expect([...cut.complaints, ...bare.complaints]).toEqual([]);
  });

  it('leads who has an account from the browser into the app', async () => {
    await using app = await walletAppUnderTest();
    await join(app);
    await app.issue([student], '2027');
    const link = await app.linkTo('issue-notice');
    await using browser = await phone(app, '/');
    const left: string[] = [];
    // No browser tells a page what became of a scheme that it does not know: the protocol of its tools does.
    const devtools = await browser.page.context().newCDPSession(browser.page);
    await devtools.send('Page.enable');
    devtools.on('Page.frameRequestedNavigation', ({ url }) => {
      if (url.startsWith('lecos:')) left.push(url);
    });
    await browser.page.goto(app.origin + link);
    const said = await browser.screen('app-needed');
    expect(said).toContain('このメールアドレスのアカウントがあります。ログインしてください。');
    await poll(() => left).toEqual([`lecos:/${link}`]);
    expect(await browser.page.getByTestId('open-store').getAttribute('href')).toMatch(/^itms-apps:/);
    await using inApp = await phone(app, `/app/#${link}`, inShell);
    expect(await inApp.screen('login')).toEqual(['ログイン', ...said.slice(1)]);
    expect(inApp.page.url()).toBe(`${app.origin}/app/`);
    await logIn(inApp);
    await inApp.page.getByTestId('receive-cred_0001').waitFor();
    await inApp.page.evaluate(`location.hash = '#/receive/${link.split('/')[2]}'`);
    await poll(() => inApp.page.url()).toBe(`${app.origin}/app/`);
    await inApp.screen('credential-list');
  });

  it('locks, when its owner wants it to', async () => {
    await using app = await walletAppUnderTest();
    await join(app);
    await using hanakos = await phone(app, '/app/#/login', inShell);
    const { page } = hanakos;
    await logIn(hanakos);
    await hanakos.tap('app-lock');
    await page.locator('[data-testid=app-lock][aria-checked=true]').waitFor();
    await hanakos.context.addInitScript('window.isOwner = false');
    await page.goto(`${app.origin}/app/`);
    await poll(() => hanakos.screen('app-locked')).toContain('ロックを解除できませんでした。');
    await page.evaluate('window.isOwner = true');
    await hanakos.tap('unlock');
    await hanakos.screen('credential-list');
  });

  it('is used by keys alone, and says where one is', async () => {
    await using app = await walletAppUnderTest();
    await join(app);
    await using hanakos = await phone(app, '/app/', inShell);
    const { page } = hanakos;
    await hanakos.screen('wallet-first-run');
    const focused = (): Promise<unknown> =>
      page.evaluate('document.activeElement.dataset.testid ?? document.activeElement.tagName');
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await press('Tab');
    expect(await focused()).toBe('log-in');
    await press('Enter');
    await hanakos.screen('login');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('ログイン');
    await press('Tab');
    await page.keyboard.type(hanako);
    await press('Tab');
    await page.keyboard.type(password);
    await press('Enter');
    await hanakos.screen('credential-list');
    expect(await page.title()).toBe('オープンバッジ一覧 – LecoS');
    await press('Tab');
    while ((await focused()) !== 'receive') await press('Tab');
    await press('Enter');
    await hanakos.screen('student-id');
    await press('Shift+Tab');
    expect(await focused()).toBe('back');
  });
});
