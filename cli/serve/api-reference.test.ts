import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findChromium, launchChromium } from '#drivers/chromium';
import { ask, startWorld, worldsUnderTest } from './worlds-fixture.ts';

const executable = findChromium(process.env);

describe('the API reference', { timeout: 120_000 }, () => {
  test('stands at every service, and is asked for nothing but itself', async () => {
    await using worlds = worldsUnderTest();
    const { address } = await startWorld(worlds);
    expect(address.docs).toHaveLength(4);
    for (const docs of address.docs) {
      const page = await fetch(docs, { headers: { 'accept-language': 'en' } });
      const text = await page.text();
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(text).toContain('<html lang="en">');
      const linked = [...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path]) => path ?? '');
      expect(linked).toContain('/docs/swagger-ui-bundle.js');
      for (const path of linked) expect((await fetch(new URL(path, docs))).status, path).toBe(200);
      const described = await ask('GET', `${docs}/openapi.json`, undefined, '');
      expect(described.body).toMatchObject({ openapi: '3.1.1' });
      expect((await fetch(`${docs}/package.json`)).status).toBe(404);
    }
    const harness = await ask('GET', `${address.docs[3]}/openapi.json`, undefined, '');
    expect(Object.keys(harness.body.paths ?? {})).toContain('/todoku/v1/worlds/{world}');
  });

  test.skipIf(executable === undefined)('shows the operations in a browser that reaches nothing else', async () => {
    await using worlds = worldsUnderTest();
    const { address } = await startWorld(worlds);
    const origin = `http://127.0.0.1:${address.ports.http}`;
    await using chromium = await launchChromium(executable ?? '');
    const screen = { width: 1_000, height: 900, scale: 1 };
    const look = { screen, isPhone: false, isDark: false, language: 'ja' } as const;
    await using page = await chromium.openPage({ ...look, origin });
    await page.open(`${origin}/docs`);
    const shown = () => page.evaluate('document.querySelectorAll(".opblock").length');
    await expect.poll(shown, { timeout: 60_000 }).toBeGreaterThanOrEqual(13);
    expect(await page.evaluate('document.body.innerText')).toContain('世界の時刻を進める');
    expect(page.blocked).toEqual([]);
    if (process.env.TODOKU_SCREENSHOT !== undefined) {
      writeFileSync(process.env.TODOKU_SCREENSHOT, await page.screenshot());
    }
  });
});
