import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { complaint, createDesk } from './recording-terminal.ts';
import { scoreIn } from './spam-score.ts';

const right = [
  'From: service@openbadge.net',
  'To: <hanako@gmail.com.test>',
  'Date: Wed, 1 Apr 2026 09:00:00 +0900',
  'Subject: Your student ID',
  'Message-ID: <1@openbadge.net>',
  'Auto-Submitted: auto-generated',
  '',
  'Receive it: https://wallet.openbadge.net/receive/t0ken',
  '',
].join('\r\n');

describe('todoku mail lint', () => {
  it('finds nothing to mend in the mails of a scenario, and says what to know', async () => {
    using desk = createDesk();
    const { exitCode, output, complaints } = await desk.run('mail', 'lint', 'S-2.1-01', '--cell', 'provider=docomo');
    expect([exitCode, complaints]).toEqual([0, '']);
    expect(output).toMatch(/^S-2\.1-01 msg_0001 \(issue-notice\) {2}"【見本大学】からオープンバッジ発行のお知らせ"$/m);
    expect(output).toMatch(/^ {2}0 errors, 0 warnings, \d notices$/m);
    expect(output).toContain('SpamAssassin: not asked (there is no spamc; none is needed)');
  });

  it('ends with 1 when a mail has an error, and names rule, advice and source', async () => {
    using desk = createDesk();
    writeFileSync(join(desk.folder, 'bad.eml'), right.replace('09:00:00', 'nine'));
    const { exitCode, output } = await desk.run('mail', 'lint', 'bad.eml', '--lang', 'ja');
    expect(exitCode).toBe(1);
    expect(output).toContain(
      '  ✗ エラー date-malformed: Dateが日付として読めません（Wed, 1 Apr 2026 nine +0900）。\n      → ',
    );
    expect(output).toContain('      出典: https://www.rfc-editor.org/rfc/rfc5322#section-3.3');
    expect(output).toContain('エラー 1件');
  });

  it('takes several mails, those with the line ends of the machine too, and prints JSON', async () => {
    using desk = createDesk();
    writeFileSync(join(desk.folder, 'a.eml'), right);
    writeFileSync(join(desk.folder, 'b.EML'), right.replaceAll('\r\n', '\n'));
    const { exitCode, output } = await desk.run('mail', 'lint', 'a.eml', 'b.EML', '--json');
    expect(exitCode).toBe(0);
    const [a, b] = JSON.parse(output);
    expect(a).toMatchObject({
      name: 'a.eml',
      subject: 'Your student ID',
      counts: { error: 0 },
      spamAssassin: { state: 'missing' },
    });
    expect(b.findings).toEqual(a.findings);
  });

  it('counts hosts for the sender’s that are said to be', async () => {
    using desk = createDesk();
    writeFileSync(join(desk.folder, 'a.eml'), right.replace('wallet.openbadge.net', 'wallet.example.jp'));
    expect((await desk.run('mail', 'lint', 'a.eml')).output).toContain('link-foreign-host');
    const own = await desk.run('mail', 'lint', 'a.eml', '--own-host', 'a.example,Wallet.Example.jp');
    expect(own.output).not.toContain('link-foreign-host');
  });

  it('tells what SpamAssassin says where its client answers', async () => {
    for (const [script, said] of [
      ['cat >/dev/null; echo 6.2/5.0; echo report', 'SpamAssassin: 6.2 points (spam from 5)'],
      ['exit 69', 'SpamAssassin: not asked (no spamd answers)'],
    ] as const) {
      using desk = createDesk({ PATH: '' });
      writeFileSync(join(desk.folder, 'spamc'), `#!/bin/sh\n${script}\n`);
      chmodSync(join(desk.folder, 'spamc'), 0o755);
      writeFileSync(join(desk.folder, 'a.eml'), right);
      using there = createDesk({ PATH: desk.folder });
      const { output } = await there.run('mail', 'lint', join(desk.folder, 'a.eml'));
      expect(output).toContain(said);
    }
  });

  it('says so when a scenario sends no mail', async () => {
    using desk = createDesk();
    const scenario =
      'id: quiet\ntitle: { ja: なし, en: none }\nseed: 1\ncast:\n  school: { use: mihon-university }\nsteps:\n  - clock.advance: 1h\n';
    writeFileSync(join(desk.folder, 'quiet.yaml'), scenario);
    const { exitCode, output, complaints } = await desk.run('mail', 'lint', './quiet.yaml');
    expect([exitCode, output, complaints]).toEqual([0, 'No mail was sent.\n', '']);
  });

  it('says what is missing', async () => {
    using desk = createDesk();
    const { exitCode, complaints } = await desk.run('mail', 'lint', 'none.eml');
    expect([exitCode, complaints]).toEqual([2, complaint('file-missing', { file: 'none.eml' })]);
    expect((await desk.run('mail', 'lint')).complaints).toBe(
      complaint('argument-missing', { command: 'mail lint', expected: 'file.eml | id | file.yaml' }),
    );
  });
});

it.each([
  ['6.2/5.0\nreport', { state: 'told', score: 6.2, threshold: 5 }],
  ['-1.0/5.0', { state: 'told', score: -1, threshold: 5 }],
  ['0/0\n', { state: 'silent' }],
  ['', { state: 'silent' }],
])('a report of %j says %j', (report, score) => {
  expect(scoreIn(report)).toEqual(score);
});
