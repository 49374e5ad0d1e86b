import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { deleteMessage, folder } from '#mocks/mailbox';
import { mailAppUnderTest, mailOf } from './mail-app-fixture.ts';
import { executablePath, phone, shown, useChromium } from './mail-app-phone.ts';
import { examination } from './page-examination.ts';

const docomo = 'hanako@docomo.ne.jp.test';
const notice = {
  text: '花子様\n受け取り: https://wallet.openbadge.test/receive/t0ken\n',
  html: '<p>花子様</p><p><a href="https://wallet.openbadge.test/receive/t0ken">受け取る</a></p>',
};

describe.skipIf(executablePath === undefined)('the mail app in Chromium', { timeout: 240_000 }, () => {
  useChromium();

  it('reads, deletes, restores and deletes for good', async () => {
    await using app = await mailAppUnderTest();
    const mailbox = await app.open(docomo);
    await app.arrive(docomo, mailOf(notice));
    await using hanako = await phone(app, '');
    const { page } = hanako;
    const row = page.getByTestId('row-cap_0001');
    expect(await row.innerText()).toContain('未読');
    expect(await row.locator('.subject').innerText()).toBe('【見本大学】からオープンバッジ発行のお知ら…');
    await row.click();
    expect(await page.getByTestId('mail-subject').innerText()).toBe('【見本大学】からオープンバッジ発行のお知らせ');
    await expect.poll(() => folder(app.world, mailbox, 'inbox')).toMatchObject([{ isRead: true }]);
    await page.getByTestId('delete').click();
    await page.getByTestId('empty').waitFor();
    expect(await page.getByTestId('notice').innerText()).toContain('「ゴミ箱」に移動しました。');
    await page.goto(`${app.url}#/${mailbox}/trash/cap_0001`);
    await page.getByTestId('restore').click();
    await page.getByTestId('empty').waitFor();
    await expect.poll(() => folder(app.world, mailbox, 'inbox')).toHaveLength(1);
    await page.goto(`${app.url}#/${mailbox}/inbox/cap_0001`);
    await page.getByTestId('delete').click();
    await page.getByTestId('empty').waitFor();
    await page.goto(`${app.url}#/${mailbox}/trash`);
    await page.getByTestId('empty-trash').click();
    expect(await page.getByTestId('sheet').innerText()).toContain('ゴミ箱にあるメール1件を完全に削除しますか。');
    await page.getByTestId('sheet-yes').click();
    await page.getByTestId('empty').waitFor();
    expect(folder(app.world, mailbox, 'trash')).toEqual([]);
  });

  it('finds a mail in junk, says that it is none, and allows its sender', async () => {
    await using app = await mailAppUnderTest();
    const mailbox = await app.open('hanako@gmail.com.test', { blockedSenders: ['service@openbadge.net'] });
    await app.arrive('hanako@gmail.com.test', mailOf(notice));
    await using hanako = await phone(app, `${mailbox}/inbox`);
    const { page } = hanako;
    await page.getByTestId('search').fill('オープンバッジ');
    await page.getByTestId('search').press('Enter');
    await page.getByTestId('empty').waitFor();
    expect(await page.getByTestId('not-searched').innerText()).toContain('迷惑メール、ゴミ箱');
    await page.getByTestId('search-clear').click();
    await page.getByTestId('to-folders').click();
    await page.getByTestId('folder-junk').click();
    await page.getByTestId('row-cap_0001').click();
    await page.getByTestId('mail-details').click();
    await page.getByTestId('allow-sender').click();
    expect(await page.getByTestId('notice').innerText()).toContain('これから届くメールに効きます');
    await page.getByTestId('not-junk').click();
    await expect.poll(() => folder(app.world, mailbox, 'inbox')).toHaveLength(1);
  });

  it('shows a mail of another tab only there, and that it is unread', async () => {
    await using app = await mailAppUnderTest();
    const mailbox = await app.open('hanako@gmail.com.test', { tab: 'promotions' });
    await app.arrive('hanako@gmail.com.test', mailOf(notice));
    await using hanako = await phone(app, `${mailbox}/inbox`);
    const { page } = hanako;
    expect(await page.getByTestId('empty').innerText()).toBe('メールはありません。');
    expect(await page.getByTestId('tab-promotions').innerText()).toContain('未読あり');
    await page.getByTestId('tab-promotions').click();
    await page.getByTestId('row-cap_0001').waitFor();
  });

  it('opens a link only after its whole address was shown, wherever it is touched', async () => {
    await using app = await mailAppUnderTest();
    const mailbox = await app.open(docomo);
    await app.arrive(docomo, mailOf(notice));
    await using hanako = await phone(app, `${mailbox}/inbox/cap_0001`);
    const { page, answers } = hanako;
    const address = 'https://wallet.openbadge.test/receive/t0ken';
    await page.frameLocator('[data-testid=mail-html]').getByText('受け取る').click();
    expect(await page.getByTestId('link-address').innerText()).toBe(address);
    expect(await page.getByTestId('link-host').innerText()).toBe('wallet.openbadge.test');
    expect(await page.getByTestId('link-open').getAttribute('href')).toBe(address);
    expect(await page.getByTestId('link-open').getAttribute('rel')).toBe('noopener noreferrer');
    await page.keyboard.press('Escape');
    await page.getByTestId('sheet').waitFor({ state: 'detached' });
    await page.frameLocator('[data-testid=mail-html]').getByText('受け取る').waitFor();
    await page.getByTestId('links').click();
    await page.getByTestId('link-0').click();
    expect(await page.getByTestId('link-address').innerText()).toBe(address);
    await page.getByTestId('sheet-close').click();
    await page.getByTestId('mail-look').click();
    await page.getByTestId('look-text').check();
    await page.getByTestId('sheet-close').click();
    await page.getByTestId('text-link').click();
    expect(await page.getByTestId('link-address').innerText()).toBe(address);
    expect(answers.filter((url) => !url.startsWith(app.origin) && !url.startsWith('data:'))).toEqual([]);
  });

  it('leads from the daily list to what is held, and lets it out', async () => {
    await using app = await mailAppUnderTest({ dns: { dmarc: 'quarantine', spf: 'wrong' } });
    const address = 'hanako@mihon-u.ac.jp.test';
    const mailbox = await app.open(address);
    // The list goes out at nine in the morning, and it is nine now.
    await app.world.advance(60_000);
    await app.arrive(address, mailOf(notice));
    await app.world.advance(86_400_000);
    await using hanako = await phone(app, `${mailbox}/inbox`);
    const { page } = hanako;
    await page.locator('.row').click();
    await page.getByTestId('open-quarantine').click();
    expect(await page.getByTestId('held-cap_0001').innerText()).toContain('【見本大学】から');
    await page.getByTestId('release-cap_0001').click();
    await page.getByTestId('empty').waitFor();
    await page.getByTestId('to-mail').click();
    await page.getByTestId('row-cap_0001').waitFor();
  });

  it('is used by keys alone, and says where one is', async () => {
    await using app = await mailAppUnderTest();
    const mailbox = await app.open(docomo);
    await app.arrive(docomo, mailOf(notice));
    await using hanako = await phone(app, `${mailbox}/inbox`);
    const { page } = hanako;
    const focused = (): Promise<unknown> =>
      page.evaluate('document.activeElement.id || document.activeElement.dataset.testid');
    expect(await focused()).toBe('list-title');
    for (const expected of ['search', 'row-cap_0001']) {
      await page.keyboard.press('Tab');
      expect(await focused()).toBe(expected);
    }
    await page.keyboard.press('Enter');
    await shown(page);
    expect(await focused()).toBe('mail-subject');
    await page.getByTestId('move').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('sheet').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => folder(app.world, mailbox, 'junk').length + folder(app.world, mailbox, 'archive').length)
      .toBe(1);
  });

  const everywhere = (['ja', 'en'] as const).flatMap((language) =>
    [false, true].map((isDark) => ({ language, isDark })),
  );

  it.each(everywhere)('is open to all, with names and room for a thumb: $language, dark $isDark', async (look) => {
    await using app = await mailAppUnderTest({ dns: { dmarc: 'quarantine', spf: 'wrong' } });
    const mailbox = await app.open(docomo);
    const university = await app.open('hanako@mihon-u.ac.jp.test');
    await app.arrive(docomo, mailOf({ ...notice, html: `${notice.html}<img src="https://a.test/x">` }));
    await app.arrive(docomo, mailOf({ text: notice.text }));
    await app.arrive('hanako@mihon-u.ac.jp.test', mailOf(notice));
    await app.world.perform(deleteMessage, { captured: 'cap_0002' });
    await using hanako = await phone(app, '', look);
    const { page } = hanako;
    // Not as a script of the page: its policy lets none in.
    await page.evaluate(axe.source);
    const problems: string[] = [];
    const examine = async (where: string): Promise<void> => {
      problems.push(...((await page.evaluate(examination)) as string[]).map((problem) => `${where}: ${problem}`));
    };
    const inFolders = ['inbox', 'inbox/cap_0001', 'trash', 'trash/cap_0002', 'search?text=花'].map(
      (at) => `${mailbox}/${at}`,
    );
    for (const place of ['', mailbox, ...inFolders, `${university}/quarantine`]) {
      await page.evaluate(`location.hash = ${JSON.stringify(`#/${place}`)}`);
      await shown(page);
      await examine(place);
      for (const opener of ['links', 'move', 'look', 'delete', 'empty-trash']) {
        const control = page.getByTestId(opener);
        if ((opener === 'delete' && !place.includes('trash')) || !(await control.isVisible())) continue;
        await control.click();
        await page.getByTestId('sheet').waitFor();
        await examine(`${place} ${opener}`);
        await page.getByTestId('sheet-close').click();
      }
    }
    expect(problems).toEqual([]);
  });

  it('knows which of a mail’s links was touched at its place, and opens that one in a window that the phone is asked for', async () => {
    await using app = await mailAppUnderTest();
    const mailbox = await app.open(docomo);
    const html =
      '<p><a href="https://help.openbadge.test/?a=1&amp;b=2">ヘルプ</a></p><p><a href=\'https://wallet.openbadge.test/receive/t0ken\'>受け取る</a></p>';
    await app.arrive(docomo, mailOf({ html }));
    await using hanako = await phone(app, `${mailbox}/inbox/cap_0001`);
    const { page } = hanako;
    for (const [words, address] of [
      ['受け取る', 'https://wallet.openbadge.test/receive/t0ken'],
      ['ヘルプ', 'https://help.openbadge.test/?a=1&b=2'],
    ] as const) {
      await page.frameLocator('[data-testid=mail-html]').getByText(words).click();
      await page.getByTestId('link-address').getByText(address, { exact: true }).waitFor();
      expect(await page.getByTestId('link-open').getAttribute('href')).toBe(address);
      await page.getByTestId('sheet-close').click();
    }
  });

  it('has its own letters for Japanese, in the frame of a mail too', async () => {
    await using app = await mailAppUnderTest();
    const mailbox = await app.open(docomo);
    await app.arrive(docomo, mailOf({ subject: '髙﨑𠮷野', html: '<p>髙﨑𠮷野 学生証</p>' }));
    await using hanako = await phone(app, `${mailbox}/inbox/cap_0001`);
    const { page, answers } = hanako;
    const frame = page.frameLocator('[data-testid=mail-html]');
    await frame.getByText('学生証').waitFor();
    await expect.poll(() => answers.filter((url) => url.endsWith('.woff2')).length).toBeGreaterThan(2);
    const inFrame = page.frames().find((one) => one.url().endsWith('/page'));
    await expect
      .poll(() => inFrame?.evaluate('document.fonts.check("16px Noto Sans JP Variable", "髙﨑𠮷野")'))
      .toBe(true);
    expect(await page.evaluate('document.fonts.check("16px Noto Sans JP Variable", "髙﨑𠮷野")')).toBe(true);
  });
});
