import { describe, expect, it } from 'vitest';
import { type Card, createAppStorage } from './storage.ts';

function items(): Map<string, string> & Parameters<typeof createAppStorage>[0] {
  const kept = new Map<string, string>();
  return Object.assign(kept, {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
}

const card = (credential: string): Card => ({
  credential,
  school: { ja: '見本大学', en: 'Mihon University' },
  name: '見本 花子',
  studentNumber: '0012345',
  status: 'active',
  confirmedAt: 0,
});

describe('what lasts in the app', () => {
  it('are the cards of the account, oldest first, until somebody else logs in', () => {
    const storage = createAppStorage(items());
    storage.keepSession('a', 'dev_0001');
    for (const credential of ['cred_0002', 'cred_0001', 'cred_0002']) storage.keepCard(card(credential));
    expect(storage.cards().map(({ credential }) => credential)).toEqual(['cred_0001', 'cred_0002']);
    storage.keepSession('b', 'dev_0002');
    expect(storage.cards()).toEqual([]);
  });

  it('is, after the log-out, that somebody was logged in', () => {
    const storage = createAppStorage(items());
    storage.keepSession('a', 'dev_0001');
    storage.keepCard(card('cred_0001'));
    storage.setLocked(true);
    storage.dropSession();
    expect([storage.session(), storage.device(), storage.cards(), storage.isLocked()]).toEqual([
      undefined,
      'dev_0001',
      [],
      false,
    ]);
  });

  it('may be damaged from outside, and opens all the same', () => {
    const kept = items();
    const storage = createAppStorage(kept);
    kept.set('lecos.cards', '{');
    kept.set('lecos.sync', 'damaged-storage');
    expect([storage.cards(), storage.sync()]).toEqual([[], 'damaged-storage']);
    kept.set('lecos.sync', 'nonsense');
    expect(storage.sync()).toBe('right');
  });
});
