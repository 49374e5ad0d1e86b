import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '#mocks/mailbox';
import { complaint, createDesk } from '../../cli/recording-terminal.ts';
import { type MailhogUnderTest, mailhogUnderTest } from './mail-fixture.ts';

const notice = {
  from: '髙﨑 太郎 <taro@b.test>',
  to: 'hanako@app.test',
  subject: '【見本大学】からオープンバッジ発行のお知らせ🎓',
  text: '認証コード: 482913\nhttps://wallet.openbadge.test/receive/t0ken',
  attachments: [{ filename: '学生証.txt', content: '𠮷野' }],
};

const urls: Readonly<Record<string, (under: MailhogUnderTest) => readonly [string, string]>> = {
  mailhog: ({ port }) => ['--mailhog', `http://127.0.0.1:${port}`],
  mailpit: ({ mailpit }) => ['--mailpit', mailpit],
};

describe.each(Object.entries(urls))('todoku mail list --%s', (_kind, options) => {
  it('shows mails with links and codes, the newest first', async () => {
    await using under = await mailhogUnderTest();
    using desk = createDesk();
    await under.send(notice);
    await under.send({ subject: '二通目', text: 'x' });
    const { exitCode, output, complaints } = await desk.run('mail', 'list', ...options(under), '--lang', 'ja');
    expect({ exitCode, complaints }).toEqual({ exitCode: 0, complaints: '' });
    expect(output.replace(/番号: .+/g, '番号: …')).toBe(
      `2026-04-01 09:00  taro@b.test → hanako@app.test
  二通目
  番号: …
2026-04-01 09:00  髙﨑 太郎 <taro@b.test> → hanako@app.test
  【見本大学】からオープンバッジ発行のお知らせ🎓
  コード: 482913
  リンク: https://wallet.openbadge.test/receive/t0ken
  添付: 学生証.txt (7 B)
  番号: …
メール2通
`,
    );
    const none = await desk.run('mail', 'list', ...options(under), '--subject', 'nowhere');
    expect(none).toMatchObject({ exitCode: 0, output: 'There is no such mail.\n' });
  });

  it('prints JSON of what was asked for, and writes the bytes under the server’s id', async () => {
    await using under = await mailhogUnderTest();
    using desk = createDesk();
    await under.send(notice);
    await under.send({ subject: 'other', text: 'x', to: 'jiro@app.test' });
    const given = ['mail', 'list', ...options(under), '--to', 'HANAKO', '--json', '--export', 'out/mails'];
    const { output } = await desk.run(...given);
    const [mail, ...others] = JSON.parse(output);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ subject: notice.subject, codes: ['482913'], links: [notice.text.split('\n')[1]] });
    const folder = join(desk.folder, 'out', 'mails');
    expect(readdirSync(folder)).toEqual([`${mail.id.replace(/[=@]/g, '_')}.eml`]);
    expect(mail.file).toBe(join('out', 'mails', readdirSync(folder)[0] ?? ''));
    expect(readFileSync(join(desk.folder, mail.file)).equals(bytesOf(under.world, 'cap_0001'))).toBe(true);
    expect((await desk.run(...given)).complaints).toBe(complaint('file-exists', { file: mail.file }));
    expect((await desk.run(...given, '--overwrite')).exitCode).toBe(0);
  });
});

describe.each(Object.entries(urls))('beside a %s', (kind, options) => {
  it('todoku mail list waits for a mail, and ends with 1 when none came', async () => {
    await using under = await mailhogUnderTest();
    using desk = createDesk();
    const waiting = desk.run('mail', 'list', ...options(under), '--subject', '学生証', '--wait', '60');
    await under.send({ subject: '学生証', text: 'x' });
    expect(await waiting).toMatchObject({ exitCode: 0, output: expect.stringContaining('学生証') });
    expect((await desk.run('mail', 'list', ...options(under), '--text', 'nowhere', '--wait', '0')).exitCode).toBe(1);
  });

  it('todoku mail list shows nothing that a terminal would obey', async () => {
    await using under = await mailhogUnderTest();
    using desk = createDesk();
    const evil = Buffer.from('\x1b[2J\u202eevil').toString('base64');
    const raw = `From: x\x07 <a@b.test>\r\nSubject: =?UTF-8?B?${evil}?=\r\n\r\nbody\r\n`;
    await under.send({ raw, envelope: { from: 'a@b.test', to: ['hanako@app.test'] } });
    const { output } = await desk.run('mail', 'list', ...options(under));
    expect(output).toContain('[2Jevil');
    expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it('todoku run lets its mails travel through it', async () => {
    await using under = await mailhogUnderTest();
    using desk = createDesk();
    const smtp = [`--${kind}-smtp`, `127.0.0.1:${under.smtpPort}`];
    const run = await desk.run('run', 'S-2.2-01', '--cell', 'provider=gmail', ...options(under), ...smtp);
    expect(run).toMatchObject({ exitCode: 0, complaints: '' });
    const { output } = await desk.run('mail', 'list', ...options(under), '--json');
    expect(JSON.parse(output).length).toBeGreaterThan(0);
    expect((await desk.run('replay', 'todoku-report')).exitCode).toBe(0);
  });
});

describe('a capture server', () => {
  it.each([
    [
      ['mail', 'list'],
      complaint('argument-missing', { command: 'mail list', expected: '--mailhog URL | --mailpit URL' }),
    ],
    [
      ['mail', 'list', '--mailhog', 'http://127.0.0.1', '--mailpit', 'http://127.0.0.1'],
      complaint('options-exclude', { one: '--mailhog', other: '--mailpit' }),
    ],
    [
      ['mail', 'list', '--mailhog', '127.0.0.1:8025'],
      complaint('option-value', { option: '--mailhog', expected: 'http://HOST:PORT', given: '127.0.0.1:8025' }),
    ],
    [
      ['mail', 'list', '--mailpit', 'http://me:secret@127.0.0.1'],
      complaint('option-value', { option: '--mailpit', expected: 'http://HOST:PORT', given: 'http://…@127.0.0.1' }),
    ],
    [['mail', 'list', '--mailhog', 'http://10.0.0.1'], complaint('egress-address-refused', { host: '10.0.0.1' })],
    [
      ['mail', 'list', '--mailhog', 'http://127.0.0.1', '--wait', '3601'],
      complaint('option-value', { option: '--wait', expected: '0…3600', given: 3601 }),
    ],
    [
      ['run', 'S-2.2-01', '--mailhog', 'http://127.0.0.1', '--mailhog-smtp', 'nowhere'],
      complaint('option-value', { option: '--mailhog-smtp', expected: 'HOST:PORT', given: 'nowhere' }),
    ],
    [
      ['run', 'S-2.2-01', '--mailpit', 'http://127.0.0.1', '--mailhog-smtp', '127.0.0.1:1025'],
      complaint('argument-missing', { command: '--mailhog-smtp', expected: '--mailhog URL' }),
    ],
  ])('is asked for rightly: %j', async (given, complaints) => {
    using desk = createDesk();
    expect(await desk.run(...given)).toEqual({ exitCode: 2, output: '', complaints });
  });
});
