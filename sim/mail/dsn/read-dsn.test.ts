import { describe, expect, it } from 'vitest';
import { reasonOf } from './classify.ts';
import { readDsn } from './read-dsn.ts';

const returned = ['From: service@openbadge.net', 'Message-ID: <msg_0001.abcdefghijklmnop@openbadge.net>', ''];

function report(notice: readonly string[], status: readonly string[], type = 'message/rfc822'): Buffer {
  const lines = [
    'From: MAILER-DAEMON@relay.example.test',
    'Content-Type: multipart/report;',
    '  report-type=delivery-status; boundary="B/1"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--B/1',
    '',
    ...notice,
    '--B/1 ',
    'Content-Type: message/delivery-status',
    '',
    ...status,
    '--B/1',
    `Content-Type: ${type}`,
    '',
    ...returned,
    '--B/1--',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

function read(bytes: Uint8Array) {
  const found = readDsn(bytes);
  const [recipient] = found?.recipients ?? [];
  return { ...found, recipient, reason: recipient && reasonOf(recipient.reply) };
}

describe('a bounce in the words of other hosts', () => {
  it('of Postfix tells the stage in its notice, folded', () => {
    const notice = ['<hanako@docomo.ne.jp>: host mfsmax.docomo.ne.jp said: 550 Unknown user', ' hanako@docomo.ne.jp'];
    const bytes = report(
      [...notice.slice(0, 1), `${notice[1]} (in reply to RCPT`, '    TO command)'],
      [
        'Reporting-MTA: dns; relay.example.test',
        '',
        'Final-Recipient: rfc822; hanako@docomo.ne.jp',
        'Action: failed',
        'Status: 5.0.0',
        'Diagnostic-Code: smtp; 550 Unknown user',
        '    hanako@docomo.ne.jp',
      ],
    );
    expect(read(bytes)).toMatchObject({
      reportingHost: 'relay.example.test',
      messageId: '<msg_0001.abcdefghijklmnop@openbadge.net>',
      recipient: { reply: { replyCode: 550, stage: 'RCPT' } },
      reason: 'userunknown',
    });
  });

  it('of sendmail tells the stage in a transcript', () => {
    const status = (code: string) => [
      'Reporting-MTA: dns; relay.example.test',
      '',
      'Final-Recipient: RFC822; hanako@docomo.ne.jp',
      'Action: failed',
      `Status: ${code}`,
      'Diagnostic-Code: SMTP; 550 Unknown user hanako@docomo.ne.jp',
    ];
    const transcript = ['   ----- Transcript of session follows -----', '>>> DATA', '<<< 550 Unknown user'];
    expect(read(report(transcript, status('5.2.0'), 'text/rfc822-headers')).reason).toBe('filtered');
    expect(read(report(['>>> RCPT To:<x>'], status('5.1.1'))).reason).toBe('userunknown');
  });

  it('of au tells the state of the account where others have the reply', () => {
    const bytes = report(
      [
        'The user(s) account is temporarily limited.',
        '',
        '<a..b@ezweb.ne.jp>: 550 user unknown (in reply to RCPT TO command)',
      ],
      [
        'Reporting-MTA: dns; lsean.ezweb.ne.jp',
        '',
        'Final-Recipient: rfc822; a..b@ezweb.ne.jp',
        'Action: failed',
        'Status: 5.0.0',
      ],
    );
    expect(read(bytes)).toMatchObject({
      recipient: { finalRecipient: 'a..b@ezweb.ne.jp', reply: { text: 'The user(s) account is temporarily limited.' } },
      reason: 'suspend',
    });
  });

  it('of au without a report for machines is read too', () => {
    const bytes = Buffer.from(
      [
        'From: <Postmaster@ezweb.ne.jp>',
        'Subject: Mail System Error - Returned Mail',
        'Content-Type: text/plain; charset=iso-2022-jp',
        'X-SPASIGN: NG',
        '',
        '<hanako@ezweb.ne.jp>',
        '',
        'Each of the following recipients was rejected by a remote mail server.',
        '---------------------------------------------------',
        ...returned,
      ].join('\r\n'),
    );
    expect(read(bytes)).toMatchObject({
      reportingHost: 'ezweb.ne.jp',
      messageId: '<msg_0001.abcdefghijklmnop@openbadge.net>',
      recipient: { finalRecipient: 'hanako@ezweb.ne.jp', action: 'failed' },
      reason: 'filtered',
    });
  });

  it('is read from quoted-printable, bare line feeds and angle brackets', () => {
    const bytes = report(
      ['x'],
      [
        'Reporting-MTA: dns; r.test',
        '',
        'Final-Recipient: rfc822;<a@b.test>',
        'Action: FAILED',
        'Status: 4.4.7 (expired)',
      ],
    );
    const text = bytes
      .toString('latin1')
      .replaceAll('\r\n', '\n')
      .replace('delivery-status\n', 'delivery-status\nContent-Transfer-Encoding: Quoted-Printable\n')
      .replace('Action: FAILED', 'Action: FA=\nILED')
      .replace('4.4.7', '4=2E4=2e7');
    const found = read(Buffer.from(text.replace('FA=\nILED', 'FA=\nILED')));
    expect(found.recipient).toMatchObject({ finalRecipient: 'a@b.test', status: '4.4.7' });
    expect(found.reason).toBe('expired');
  });
});

describe('what is no bounce', () => {
  it.each([
    ['nothing', ''],
    ['an answer of a person', 'From: a@b.test\r\nSubject: Re: x\r\n\r\nThank you\r\n'],
    ['a vacation notice', 'Auto-Submitted: auto-replied\r\nContent-Type: text/plain\r\n\r\nI am away\r\n'],
    ['a report of another type', 'Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n\r\na\r\n--x--\r\n'],
    ['a report without a boundary', 'Content-Type: multipart/report\r\n\r\nAction: failed\r\n'],
    [
      'the subject of au from somebody else',
      'From: a@b.test\r\nSubject: Mail System Error - Returned Mail\r\n\r\n<a@b>',
    ],
  ])('%s is read as none', (_, text) => {
    expect(readDsn(Buffer.from(text))).toBeUndefined();
  });

  it('are the recipients who got the mail', () => {
    const group = (action: string) => [
      '',
      `Final-Recipient: rfc822; ${action}@b.test`,
      `Action: ${action}`,
      'Status: 2.0.0',
    ];
    const bytes = report(
      ['x'],
      ['Reporting-MTA: dns; r.test', ...group('delivered'), ...group('relayed'), ...group('failed')],
    );
    expect(readDsn(bytes)?.recipients.map(({ action }) => action)).toEqual(['failed']);
  });
});

describe('hostile bytes', () => {
  const status = [
    'Reporting-MTA: dns; r.test',
    '',
    'Final-Recipient: rfc822; a@b.test',
    'Action: failed',
    'Status: 5.1.1',
  ];

  it.each([
    ['a header without an end', Buffer.alloc(2_000_000, 'x: y\r\n')],
    ['folds without an end', Buffer.from(`Content-Type: multipart/report;${'\r\n '.repeat(300_000)}`)],
    ['a million parts', Buffer.from(`Content-Type: multipart/report; boundary=x\r\n\r\n${'--x\r\n'.repeat(400_000)}`)],
    [
      'a million recipients',
      report(['x'], [...status, ...Array.from({ length: 60_000 }, () => ['', ...status.slice(2)]).flat()]),
    ],
    [
      'a soft line end and blanks',
      report([`Content-Transfer-Encoding: quoted-printable\r\n\r\n${'= '.repeat(100_000)}`], status),
    ],
    ['brackets', report(['<'.repeat(200_000), '('.repeat(50_000)], status)],
    ['blanks', report([' '.repeat(200_000)], status)],
    ['zeros', Buffer.alloc(1_000_000)],
  ])('are read to an end: %s', (_, bytes) => {
    expect((readDsn(bytes)?.recipients ?? []).length).toBeLessThanOrEqual(100);
  });

  it('leave no control characters, and no text without an end, in what is read', () => {
    const long = 'x'.repeat(3_000);
    const bytes = report(
      ['x'],
      [
        `Reporting-MTA: dns; a\u0007\u001b[31m${long}`,
        '',
        `Final-Recipient: rfc822; a\u0000b@${long}.test`,
        'Action: failed',
        'Status: 5.1.1',
        `Diagnostic-Code: smtp; 550 \u001b[2J${long}`,
      ],
    );
    const text = JSON.stringify(readDsn(bytes));
    expect(text).not.toMatch(/\\u00/);
    expect(text.length).toBeLessThan(2_000);
  });

  it('that are cut off or changed anywhere never make it throw', () => {
    const whole = report(['<a@b.test>: host x said: 550 5.1.1 no (in reply to RCPT TO command)'], status);
    for (let at = 0; at < whole.length; at += 1) {
      readDsn(whole.subarray(0, at));
      const changed = Buffer.from(whole);
      changed[at] = (whole[at] ?? 0) ^ 0x41;
      readDsn(changed);
    }
    expect(readDsn(whole)?.recipients).toHaveLength(1);
  });
});
