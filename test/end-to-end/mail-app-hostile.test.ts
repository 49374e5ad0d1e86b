import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { folder, openMessage } from '#mocks/mailbox';
import { hostileMails } from '../fuzz/hostile-mails.ts';
import { mailAppUnderTest, mailOf } from './mail-app-fixture.ts';
import { attacks } from './mail-app-hostile.ts';
import { executablePath, phone, shown, useChromium } from './mail-app-phone.ts';

const docomo = 'hanako@docomo.ne.jp.test';

/** Where nothing of a mail must ever arrive. */
async function listener() {
  const heard: string[] = [];
  const server = createServer(({ url }, response) => {
    heard.push(url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { heard, origin: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: async () => void server.close() };
}

describe.skipIf(executablePath === undefined)('a hostile mail in Chromium', { timeout: 900_000 }, () => {
  useChromium();

  it('runs nothing and reaches nobody', async () => {
    await using app = await mailAppUnderTest();
    await using out = await listener();
    const mailbox = await app.open(docomo);
    for (const attack of attacks) await app.arrive(docomo, mailOf({ html: attack.replaceAll('{out}', out.origin) }));
    await using hanako = await phone(app, `${mailbox}/inbox`);
    const { page, answers } = hanako;
    for (const n of attacks.keys()) {
      await page.evaluate(`location.hash = '#/${mailbox}/inbox/cap_${String(n + 1).padStart(4, '0')}'`);
      await shown(page);
      await page.locator('iframe[data-shows=mail]').waitFor();
    }
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(answers.filter((url) => !url.startsWith(app.origin) && !url.startsWith('data:'))).toEqual([]);
    expect(out.heard).toEqual([]);
  });

  it('does no more when its HTML was not written anew: the frame and the policies hold alone', async () => {
    await using app = await mailAppUnderTest();
    await using out = await listener();
    const mailbox = await app.open(docomo);
    for (const _ of attacks) await app.arrive(docomo, mailOf({ text: '花子様\n', html: '<p>花子様</p>' }));
    await using hanako = await phone(app, `${mailbox}/inbox`);
    const { page } = hanako;
    // What the server would answer if its rewriting let everything through: to each mail another attack.
    let delivered = 0;
    await page.route('**/api/messages/*/page', async (route) => {
      const [, number = '0'] = /cap_(\d+)\/page/.exec(route.request().url()) ?? [];
      const attack = attacks[Number(number) - 1] ?? '';
      const response = await route.fetch();
      await route.fulfill({ response, body: `<!doctype html><body>${attack.replaceAll('{out}', out.origin)}` });
      delivered += 1;
    });
    for (const n of attacks.keys()) {
      await page.evaluate(`location.hash = '#/${mailbox}/inbox/cap_${String(n + 1).padStart(4, '0')}'`);
      await shown(page);
      await page.locator('iframe[data-shows]').waitFor();
      expect(await page.evaluate('window.ran')).toBeUndefined();
    }
    expect(delivered).toBeGreaterThanOrEqual(attacks.length);
    expect(out.heard).toEqual([]);
  });

  it('of any kind is shown in a list, and opened', async () => {
    await using app = await mailAppUnderTest();
    const mailbox = await app.open('hanako@app.test', {}, 'plain');
    for (const { data } of hostileMails()) await app.arrive('hanako@app.test', data);
    await using hanako = await phone(app, `${mailbox}/inbox`);
    const { page, answers } = hanako;
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => void errors.push(message));
    const captured = folder(app.world, mailbox, 'inbox').map((mail) => mail.captured);
    for (let rows = 50; rows < captured.length; rows += 50) {
      await page.getByTestId('more').click();
      await expect.poll(() => page.locator('.row').count(), { timeout: 60_000 }).toBeGreaterThan(rows);
    }
    expect(await page.locator('.row').count()).toBe(captured.length);
    // A mail of text alone is text to the page: each that has HTML is opened, and some of the others.
    const htmls = await Promise.all(captured.map(async (each) => (await openMessage(app.world, each)).html));
    const opened = captured.filter((_, index) => htmls[index] !== '' || index % 25 === 0);
    expect(htmls.filter((html) => html !== '').length).toBeGreaterThan(20);
    for (const each of opened) {
      await page.evaluate(`location.hash = '#/${mailbox}/inbox/${each}'`);
      await shown(page);
      expect(await page.getByTestId('mail-subject').count(), each).toBe(1);
    }
    expect(errors).toEqual([]);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(answers.filter((url) => !url.startsWith(app.origin) && !url.startsWith('data:'))).toEqual([]);
  });
});
