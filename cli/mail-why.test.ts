import { describe, expect, test } from 'vitest';
import { complaint, createDesk, type Desk } from './recording-terminal.ts';

async function playedDesk(): Promise<Desk> {
  const desk = createDesk();
  await desk.run('run', 'S-2.2-04', 'S-2.1-01');
  return desk;
}

describe('todoku mail why', { timeout: 60_000 }, () => {
  test('tells of every mail that did not reach an inbox, in either language', async () => {
    using desk = await playedDesk();
    const english = await desk.run('mail', 'why', '--lang', 'en');
    expect(english).toMatchObject({ exitCode: 0, complaints: '' });
    expect(english.output).toContain('== S-2.2-04 [pcMail=true,easySetting=off] ==');
    expect(english.output).toMatch(/Outcome: 2026-04-01 09:00:0\d docomo rejected the mail\./);
    expect(english.output).toMatch(/What to do next: The student allows service@openbadge\.net/);
    expect(english.output).toMatch(/What the sender could know: the reply “550 Unknown user .+\(DATA\)” \(rejected\)/);
    expect(english.output).toMatch(/● decided: .*\n {7}source: \S/);
    const japanese = await desk.run('mail', 'why', '--lang', 'ja');
    expect(japanese.output).toMatch(/結果: 2026-04-01 09:00:0\d ドコモがメールを拒否しました。/);
    expect(japanese.output).toMatch(/受信トレイに入らなかったメール: 2件（全\d+件）\n$/);
  });

  test('finds one mail by its id, its Message-ID or its address', async () => {
    using desk = await playedDesk();
    const ask = async (name: string) =>
      JSON.parse((await desk.run('mail', 'why', name, '--cell', 'pcMail=true', '--json')).output);
    const [{ mail }] = await ask('msg_0001');
    expect(mail.messageId).toMatch(/^<msg_0001\.[\w-]+@openbadge\.net>$/);
    for (const name of ['msg_0001', mail.messageId, mail.messageId.slice(1, -1), 'hanako@docomo.ne.jp.test']) {
      const found = await ask(name);
      expect(found[0]).toMatchObject({
        scenario: 'S-2.2-04',
        message: 'msg_0001',
        end: { state: 'rejected' },
        reachedInbox: false,
        nextStep: { ja: expect.stringContaining('受信許可設定') },
      });
    }
  });

  test('says that all is well when every mail arrived', async () => {
    using desk = createDesk();
    await desk.run('run', 'S-2.1-01');
    expect((await desk.run('mail', 'why')).output).toMatch(/^Every mail \(\d+\) was put into an inbox\.\n$/);
  });

  test('says what is not there, and what was probably meant', async () => {
    using desk = await playedDesk();
    expect((await desk.run('mail', 'why', 'msg_001')).complaints).toBe(
      complaint('mail-unknown', { given: 'msg_001' }, { nearest: 'msg_0001, msg_0002, msg_0003' }),
    );
    expect((await desk.run('mail', 'why', '--cell', 'pcMail=maybe')).complaints).toContain(
      complaint('cell-unknown', { cell: 'pcMail=maybe' }).split('\n')[0] ?? '',
    );
    expect((await desk.run('mail', 'why', '--report', 'nothing')).complaints).toBe(
      complaint('bundle-missing', { folder: 'nothing' }),
    );
  });
});
