import { describe, expect, it } from 'vitest';
import { fuzzApi } from './api.ts';
import { fuzzCredentials } from './credentials.ts';
import { hostileMails } from './hostile-mails.ts';
import { fuzzMailDialogues } from './mail-dialogues.ts';
import { fuzzMails, handInHostileMails } from './mails.ts';
import { fuzzRosterFiles } from './roster-files.ts';
import { fuzzScenarioFiles } from './scenario-files.ts';

describe('whatever is handed in', () => {
  it('as a scenario plays to a verdict, or is answered with a place', { timeout: 120_000 }, async () => {
    const { accepted, refused } = await fuzzScenarioFiles(300, 1);
    // Both sides were looked at, or the property says little.
    expect(Math.min(accepted, refused)).toBeGreaterThan(20);
  });

  it('as a roster is imported row by row, or is answered with a place', { timeout: 120_000 }, async () => {
    const { accepted, refused } = await fuzzRosterFiles(300, 1);
    expect(Math.min(accepted, refused)).toBeGreaterThan(20);
  });

  it('as a mail is captured, opened, searched and shown: hostile ones by the hundred', {
    timeout: 120_000,
  }, async () => {
    const names = hostileMails().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const { accepted, refused } = await handInHostileMails();
    expect(accepted + refused).toBeGreaterThanOrEqual(200);
    expect(Math.min(accepted, refused)).toBeGreaterThan(5);
  });

  it('as a mail that was mutated is so too', { timeout: 120_000 }, async () => {
    const { accepted, refused } = await fuzzMails(200, 1);
    expect(accepted + refused).toBe(200);
    expect(refused).toBeGreaterThan(0);
  });

  it('as a dialogue of IMAP or POP3 is answered to its end, and the servers serve on', {
    timeout: 120_000,
  }, async () => {
    const { accepted, refused } = await fuzzMailDialogues(2_000, 1);
    expect(Math.min(accepted, refused)).toBeGreaterThan(1_000);
  });

  it('as a request is answered as the documents say, and leaves nothing when it is refused', {
    timeout: 120_000,
  }, async () => {
    const { accepted, refused, met, withoutCredentials } = await fuzzApi(600, 1);
    expect(Math.min(accepted, refused)).toBeGreaterThan(50);
    expect(met.size).toBeGreaterThan(60);
    expect([...withoutCredentials]).toEqual([]);
  });

  it('as a credential holds only for what was signed, and is shown as that', { timeout: 120_000 }, async () => {
    const { accepted, refused } = await fuzzCredentials(200, 1);
    expect(accepted).toBeGreaterThan(10);
    expect(refused).toBeGreaterThan(100);
  });
});
