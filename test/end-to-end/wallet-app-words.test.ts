import { describe, expect, it } from 'vitest';
import { screenCatalogue } from '#drivers/handset';
import { walletWords } from '#sim/app';

describe('the words of the wallet app', () => {
  it('are those of the screens that every driver knows', () => {
    const known: Readonly<Record<string, unknown>> = screenCatalogue;
    for (const [screen, words] of Object.entries(walletWords.screens)) expect(known[screen], screen).toEqual(words);
  });
});
