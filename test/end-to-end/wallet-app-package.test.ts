import { readFileSync } from 'node:fs';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { screenCatalogue } from '#drivers/handset';
import { inProcessFetch } from '#sim/api';
import { createWalletApp, walletPageApp, walletWords } from '#sim/app';

describe('the words of the wallet app', () => {
  it('are those of the screens that every driver knows', () => {
    const known: Readonly<Record<string, unknown>> = screenCatalogue;
    for (const [screen, words] of Object.entries(walletWords.screens)) expect(known[screen], screen).toEqual(words);
  });
});

describe('the package of the wallet app', () => {
  const file = (name: string): string =>
    readFileSync(new URL(`../../sim/app/package/${name}`, import.meta.url), 'utf8');

  it('has the policy of the served app', () => {
    const inPage = /content="(default-src [^"]+)"/.exec(file('index.html'))?.[1]?.split('; ');
    expect(inPage).toEqual(walletPageApp('/built/')?.policy);
  });

  it('is one that phones can install', () => {
    const { id, bundleId, minimum, links } = JSON.parse(file('app.json')) as Readonly<Record<string, unknown>>;
    expect({ id, bundleId, minimum }).toEqual({
      id: 'wallet',
      bundleId: 'test.openbadge.wallet',
      minimum: { iOS: '15.0', Android: '7.0' },
    });
    expect(links).toEqual(['/receive/', '/activate/', '/reset/', '/addresses/']);
  });

  it('says how it is built when it was not', async () => {
    const app = express().use(createWalletApp({ folder: undefined }));
    const ask = inProcessFetch({ 'https://wallet.test': app });
    const answer = await ask('https://wallet.test/app/');
    expect(String(answer.body)).toContain('npm run build');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });
});
