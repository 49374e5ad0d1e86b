import { describe, expect, test } from 'vitest';
import { profiles } from '#mocks/providers';
import { withNotice } from './notice-file.ts';
import { complaint, createDesk, type Desk } from './recording-terminal.ts';

interface TracedRow {
  readonly provider: string;
  readonly address: string;
  readonly outcomes: readonly {
    readonly address: string;
    readonly reception?: {
      readonly folder?: string;
      readonly outcome: string;
      readonly trail: readonly { rule: string }[];
    };
    readonly sender: { readonly attempts: readonly { readonly replyCode: number; readonly stage: string }[] };
  }[];
  readonly stopped?: { readonly en: string };
  readonly notes: readonly { readonly en: string }[];
}

/** `docomo 550 DATA rejected pc-mail` */
async function traced(desk: Desk, ...given: string[]): Promise<string[]> {
  const { output, complaints } = await desk.run('mail', 'trace', ...given, '--json');
  expect(complaints).toBe('');
  return (JSON.parse(output).rows as TracedRow[]).flatMap(({ provider, outcomes, stopped }) =>
    stopped === undefined
      ? outcomes.map(({ reception, sender }) => {
          const last = sender.attempts.at(-1);
          const place = reception?.outcome === 'delivered' ? reception.folder : reception?.outcome;
          return `${provider} ${last?.replyCode ?? '-'} ${last?.stage ?? '-'} ${place} ${reception?.trail.at(-1)?.rule}`;
        })
      : [`${provider} stopped`],
  );
}

describe('todoku mail trace', { timeout: 120_000 }, () => {
  test('follows a mail from a file through every provider', async () => {
    using desk = createDesk();
    const rows = await traced(desk, withNotice(desk));
    expect(rows.map((row) => row.split(' ')[0])).toEqual(profiles.map(({ provider }) => provider));
    expect(rows).toContain('docomo 250 DATA inbox otherwise');
    expect(rows).toContain('school-gateway 250 DATA inbox otherwise');
  });

  test('takes settings where a provider has them, and says where it has not', async () => {
    using desk = createDesk();
    const given = ['--provider', 'docomo,ソフトバンク,gmail', '--setting', 'refusesPcMail=true,junkBias=high'];
    const file = withNotice(desk);
    expect(await traced(desk, file, ...given)).toEqual([
      'gmail 250 DATA junk junk-score',
      'docomo 550 DATA rejected pc-mail',
      'softbank 250 DATA dropped pc-mail',
    ]);
    const { output } = await desk.run('mail', 'trace', file, ...given, '--brief');
    expect(output).toContain('Note: it has no setting refusesPcMail (Gmail)');
    expect(output).toContain('notice.eml: スマート学生証のお知らせ <jimu@mihon-u.ac.jp>');
  });

  test('breaks the sender’s records, and sends from another host', async () => {
    using desk = createDesk();
    const file = withNotice(
      desk,
      'From: <service@openbadge.net>\r\nMessage-ID: <1@openbadge.net>\r\nSubject: x\r\n\r\nhello\r\n',
    );
    const among = ['--provider', 'gmail,softbank,au'];
    expect(await traced(desk, file, ...among)).toEqual([
      'gmail 250 DATA inbox otherwise',
      'au 250 DATA inbox otherwise',
      'softbank 250 DATA inbox otherwise',
    ]);
    for (const broken of [
      ['--spf', 'wrong'],
      ['--spf', 'missing'],
      ['--from-host', 'other'],
      ['--from-host', '203.0.113.4'],
    ]) {
      expect(await traced(desk, file, ...among, ...broken), broken.join(' ')).toEqual([
        // Gmail looks at the host's name before the message's.
        `gmail 550 DATA rejected ${broken[1] === '203.0.113.4' ? 'client-nameless' : 'dmarc-reject'}`,
        'au 250 DATA inbox otherwise',
        'softbank 250 DATA dropped spoofed',
      ]);
    }
    const own = withNotice(desk, 'From: <a@mailing.example>\r\nSubject: x\r\n\r\nhello\r\n');
    expect(await traced(desk, own, '--provider', 'gmail')).toEqual(['gmail 250 DATA inbox otherwise']);
    expect(await traced(desk, own, '--provider', 'gmail', '--spf', 'wrong', '--dmarc', 'none')).toEqual([
      'gmail 550 DATA rejected unauthenticated',
    ]);
  });

  test('plays a scenario as far as its first mail, with what the cast has set', async () => {
    using desk = createDesk();
    const among = ['--provider', 'docomo,au,school-gateway', '--cell', 'pcMail=true'];
    expect(await traced(desk, 'S-2.2-04', ...among)).toEqual([
      'docomo 550 DATA rejected pc-mail',
      'au 550 DATA rejected pc-mail',
      'school-gateway 250 DATA inbox otherwise',
    ]);
    expect(await traced(desk, 'S-2.2-04', ...among, '--setting', 'refusesPcMail=false')).toContain(
      'docomo 250 DATA inbox otherwise',
    );
    expect(await traced(desk, 'S-1.1-01', '--kind', 'activation', '--provider', 'gmail')).toEqual([
      'gmail 250 DATA inbox otherwise',
    ]);
    expect(await traced(desk, 'S-2.1-01', '--kind', 'password-reset', '--provider', 'gmail')).toEqual([
      'gmail stopped',
    ]);
  });

  test('takes magic addresses', async () => {
    using desk = createDesk();
    const given = [withNotice(desk), '--provider', 'docomo', '--local'];
    expect(await traced(desk, ...given, 'spam+x')).toEqual(['docomo 250 DATA junk omakase-block']);
    expect(await traced(desk, ...given, 'bounce+x')).toEqual(['docomo 550 RCPT rejected unknown-user']);
    expect(await traced(desk, ...given, 'forward+x')).toEqual([
      'docomo 250 DATA inbox otherwise',
      'docomo - - inbox otherwise',
    ]);
  });

  test('prints a table over the details in either language', async () => {
    using desk = createDesk();
    const given = ['mail', 'trace', withNotice(desk), '--provider', 'plain,softbank', '--local', 'spam+x'];
    for (const language of ['ja', 'en']) {
      const { output } = await desk.run(...given, '--lang', language);
      await expect(output).toMatchFileSnapshot(`./mail-trace-${language}.golden.txt`);
    }
  });

  test('says what it cannot follow', async () => {
    using desk = createDesk();
    const told = async (...given: string[]) => (await desk.run('mail', 'trace', ...given)).complaints;
    const file = withNotice(desk);
    expect(await told()).toBe(
      complaint('argument-missing', { command: 'mail trace', expected: 'S-2.2-01 | ./mail.eml' }),
    );
    expect(await told('none.eml')).toBe(complaint('file-missing', { file: 'none.eml' }));
    expect(await told('2.2')).toMatch(/"2\.2" means several scenarios: .*S-2\.2-01/);
    expect(complaint('selection-ambiguous', { given: '2.2', ids: '' })).toContain('means several scenarios');
    expect(await told(file, '--kind', 'activation')).toBe(complaint('options-exclude', { one: '--kind', other: file }));
    expect(await told(file, '--setting', 'easySeting=strong')).toBe(
      complaint('setting-unknown', { given: 'easySeting' }, { nearest: 'easySetting' }),
    );
    expect(await told(file, '--setting', 'strong')).toBe(
      complaint('option-value', { option: '--setting', expected: 'KEY=VALUE,…', given: 'strong' }),
    );
    expect(await told(file, '--provider', 'docmo')).toContain('docomo');
    expect(await told(withNotice(desk, 'no mail at all'))).toBe(complaint('message-file-unfit', { file }));
    const smuggler = 'Subject: x\r\n\r\na\n.\nMAIL FROM:<b@c.test>\r\n';
    expect(await told(withNotice(desk, smuggler))).toBe(
      complaint('message-refused', { file, reason: 'Error: a line end that is not CRLF stands at a lone dot' }),
    );
  });
});
