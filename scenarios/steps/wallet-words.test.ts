import { describe, expect, it } from 'vitest';
import { screenText } from '#drivers/direct';
import { screenCatalogue } from '#drivers/handset';
import { walletWords } from '#sim/app';

/** A sentence that is made for an address or another text, made for one. */
function said(sentence: unknown): unknown {
  return typeof sentence === 'function' ? sentence('hanako@example.test') : sentence;
}

/** Drivers know no page of the wallet: what they have of its words must be what the pages say. */
describe('what drivers know of the wallet’s words', () => {
  it.each(Object.entries(walletWords.screens))('is what the page has: %s', (name, screen) => {
    expect((screenCatalogue as Readonly<Record<string, object>>)[name]).toEqual(screen);
  });

  // Pages say more, and drivers what the store says; what both say is said alike.
  const common = Object.entries(screenText).filter(([name]) => Object.hasOwn(walletWords.sentences, name));
  it.each(common)('is the sentence of the page: %s', (name, sentence) => {
    expect(said(sentence)).toEqual(said((walletWords.sentences as Readonly<Record<string, unknown>>)[name]));
  });

  it('is all but what the store and another app say', () => {
    const own = Object.keys(screenText).filter((name) => !Object.hasOwn(walletWords.sentences, name));
    expect(own).toEqual(['appUpdated', 'appIsNewest', 'oldWalletStranger']);
  });
});
