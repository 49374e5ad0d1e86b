/** A mail of our own making that some program somewhere has choked on, or would. */
export interface HostileMail {
  readonly name: string;
  readonly data: Buffer;
}

const crlf = '\r\n';
const from = 'From: a@b.test';
const plain = 'Content-Type: text/plain; charset=utf-8';

/** Bytes of a latin1 string; characters beyond it in UTF-8. */
export function bytesOf(text: string): Buffer {
  return Buffer.from(
    text.replace(/[^\0-\xff]/gu, (character) => Buffer.from(character).toString('latin1')),
    'latin1',
  );
}

/** A mail of header lines and a body. */
function mail(header: readonly string[], body = 'body\r\n'): string {
  return `${header.join(crlf)}${crlf}${crlf}${body}`;
}

function multipart(boundary: string, parts: readonly string[], type = 'mixed'): string {
  const inside = parts.map((part) => `--${boundary}${crlf}${part}${crlf}`).join('');
  return `Content-Type: multipart/${type}; boundary="${boundary}"${crlf}${crlf}${inside}--${boundary}--${crlf}`;
}

const part = `${plain}${crlf}${crlf}part`;

function nested(depth: number, boundary: (level: number) => string): string {
  let inner = part;
  for (let level = depth; level > 0; level -= 1) inner = multipart(boundary(level), [inner]);
  return `${from}${crlf}${inner}`;
}

/** 「髙﨑花子様 学生証①ﾊﾅｺ」, or as much of it as the charset has. */
const spelled: Readonly<Record<string, string>> = {
  'utf-8': Buffer.from('髙﨑𠮷花子様 学生証①ﾊﾅｺ🎓').toString('base64'),
  'iso-2022-jp': 'GyRCfGJ5dTJWO1JNTRsoQiAbJEIzWEA4PlobKEI=',
  shift_jis: '7uDtlYnUjnGXbCCKd5C2j9iHQMrFug==',
  cp932: '7uDtlYnUjnGXbCCKd5C2j9iHQMrFug==',
  'euc-jp': Buffer.from([0xb2, 0xd6, 0xbb, 0xd2, 0xcd, 0xcd]).toString('base64'),
  'iso-8859-1': Buffer.from('Zürich', 'latin1').toString('base64'),
  'utf-7': Buffer.from('+gtWbUA-').toString('base64'),
  'utf-16': Buffer.from('花子', 'utf16le').toString('base64'),
  'x-unknown': Buffer.from([0xff, 0xfe, 0x00, 0x80]).toString('base64'),
};

function* inCharsets(): Generator<[string, string]> {
  for (const [charset, base64] of Object.entries(spelled)) {
    const bytes = Buffer.from(base64, 'base64');
    const raw = bytes.toString('latin1');
    const hex = [...bytes].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
    const type = (encoding: string): string[] => [
      from,
      `Content-Type: text/plain; charset="${charset}"`,
      `Content-Transfer-Encoding: ${encoding}`,
    ];
    yield [`${charset} subject B`, mail([from, `Subject: =?${charset}?B?${base64}?=`])];
    yield [`${charset} subject Q`, mail([from, `Subject: =?${charset}?Q?${hex}?=`])];
    yield [`${charset} subject raw`, mail([from, `Subject: ${raw}`])];
    yield [`${charset} name raw`, mail([`From: "${raw}" <a@b.test>`])];
    yield [
      `${charset} words cut`,
      mail([
        from,
        `Subject: =?${charset}?B?${bytes.subarray(0, 4).toString('base64')}?=\r\n =?${charset}?B?${bytes.subarray(4).toString('base64')}?=`,
      ]),
    ];
    yield [`${charset} body base64`, mail(type('base64'), `${base64}\r\n`)];
    yield [`${charset} body quoted-printable`, mail(type('quoted-printable'), `${hex}=\r\n\r\n`)];
    yield [`${charset} body 8bit`, mail(type('8bit'), `${raw}\r\n`)];
    yield [`${charset} body cut short`, mail(type('8bit'), raw.slice(0, -1))];
    yield [`${charset} html`, mail([from, `Content-Type: text/html; charset=${charset}`], `<p>${raw}</p>`)];
  }
}

const words = [
  ...['=?', '=?=', '=??=', '=?utf-8?=', '=?utf-8?B?', '=?utf-8?B??=', '=?utf-8?X?abc?=', '=?utf-8?B?****?='],
  ...[
    '=?utf-8?B?YQ?=',
    '=?utf-8?Q?=E3=81?=',
    '=?utf-8?Q?=ZZ?=',
    '=?utf-8?Q?=?=',
    '=?utf-8*ja?B?5pel?=',
    '=?*?B?YQ==?=',
  ],
  ...['=?utf-8?b?=?utf-8?b?YQ==?=?=', '=?utf-8?B?YQ==?==?utf-8?B?Yg==?=', '=?utf-8?Q?a b?=', '=?iso-2022-jp?B?GyRC?='],
  ...[`=?utf-8?B?${'A'.repeat(20_000)}?=`, '=?utf-8?B?YQ==?= '.repeat(2_000), '=?'.repeat(20_000), '?='.repeat(20_000)],
  ...['=?utf-8?B?4oCu?= exe.txt', '\u202egpj.exe', '\0', '\x1b[2J', '\x07'.repeat(50), '<script>alert(1)</script>'],
];

const headers: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'one line end': crlf,
  'two line ends': crlf + crlf,
  'a body alone': 'only text',
  'line feeds alone': 'From: a@b.test\nSubject: x\n\nbody\n',
  'carriage returns alone': 'From: a@b.test\rSubject: x\r\rbody\r',
  'mixed line ends': 'From: a@b.test\r\nSubject: x\n\r\nbody\r',
  'no colon': mail(['From a@b.test', 'Subject']),
  'no name': mail([': value', ':', '::']),
  'a space before the colon': mail(['From : a@b.test', 'Subject\t: x']),
  'a fold first': mail([' folded', 'Subject: x']),
  'folds of nothing': mail([`Subject: x${'\r\n '.repeat(5_000)}y`]),
  'a field in a thousand folds': mail([`Subject: ${'x\r\n '.repeat(1_000)}`]),
  'a long field': mail([`Subject: ${'x'.repeat(60_000)}`]),
  'nine hundred fields': mail(Array.from({ length: 900 }, (_, n) => `X-${n}: ${n}`)),
  'many of one field': mail(Array.from({ length: 900 }, () => 'Received: from a by b; never')),
  'names of objects': mail(['__proto__: x', 'constructor: y', 'toString: z', 'hasOwnProperty: h']),
  'every field twice': mail([from, 'From: c@d.test', 'Subject: one', 'Subject: two', plain, 'Content-Type: text/html']),
  'a thousand addresses': mail([`To: ${Array.from({ length: 1_000 }, (_, n) => `u${n}@b.test`).join(', ')}`]),
  'groups in groups': mail(['To: a: b: c: d@e.test;;;, f: ;']),
  'a deep comment': mail([`From: ${'('.repeat(20_000)} a@b.test`]),
  'comments that close': mail([`From: ${'(x)'.repeat(5_000)} a@b.test`]),
  'open quotes': mail([`From: "${'\\"'.repeat(20_000)}`]),
  'many angles': mail([`From: ${'<'.repeat(20_000)}a@b.test${'>'.repeat(20_000)}`]),
  'many commas': mail([`To: ${','.repeat(40_000)}`]),
  'many at signs': mail([`From: ${'@'.repeat(40_000)}`]),
  'no such date': mail([from, 'Date: Thu, 99 Foo 99999 99:99:99 +9999']),
  'a date of blanks': mail([from, `Date: ${' '.repeat(40_000)}x`]),
  'NUL in the name': mail(['Fr\0om: a@b.test', 'Subject: a\0b']),
  'bytes that are no text': `\xff\xfe\xfd: \x80\x81\r\n\r\n\x82\x83`,
  'a mark of byte order': `\xef\xbb\xbf${mail([from])}`,
  'sixteen bits': Buffer.from(mail([from]), 'utf16le').toString('latin1'),
};

const contentTypes = [
  ...[
    '',
    ';',
    '/',
    'text',
    'text/',
    '/plain',
    'text/plain;',
    'text/plain; charset',
    'text/plain; charset=',
    'multipart/mixed',
  ],
  ...[
    'multipart/mixed; boundary',
    'multipart/mixed; boundary=',
    'multipart/mixed; boundary=""',
    'multipart/mixed; boundary="b',
  ],
  ...[
    'multipart/mixed; boundary=.*+?^$(){}|[]\\',
    'multipart/mixed; boundary=" b "',
    'multipart/mixed; boundary*0=b; boundary*1=c',
  ],
  ...[
    "multipart/mixed; boundary*=utf-8''b",
    'multipart/mixed; boundary=b; boundary=c',
    `multipart/mixed; boundary=${'b'.repeat(5_000)}`,
  ],
  ...[
    `text/plain${'; x=y'.repeat(5_000)}`,
    `text/plain;${' '.repeat(40_000)}x`,
    `${'a'.repeat(40_000)}/b`,
    `text/plain; charset="${'\\'.repeat(20_000)}`,
  ],
  ...[
    'message/rfc822',
    'message/delivery-status',
    'message/external-body; access-type=URL; URL="http://x.test"',
    'message/partial; id=x; number=1',
  ],
  ...[
    'application/ms-tnef',
    'image/svg+xml',
    'text/calendar; method=REQUEST',
    'text/enriched',
    'TEXT/HTML; CHARSET=UTF-8',
  ],
];

const structures: Readonly<Record<string, string>> = {
  'thirty deep': nested(30, (level) => `b${level}x`),
  'thirty deep with one boundary': nested(30, () => 'b'),
  'three hundred deep': nested(300, (level) => `b${level}x`),
  'boundaries that begin alike': nested(8, (level) => 'b'.repeat(level)),
  'nine hundred parts': `${from}${crlf}${multipart(
    'b',
    Array.from({ length: 900 }, () => part),
  )}`,
  'ten thousand empty parts': `${from}${crlf}Content-Type: multipart/mixed; boundary=b${crlf}${crlf}${`--b${crlf}`.repeat(10_000)}`,
  'a boundary of one dash': `${from}${crlf}Content-Type: multipart/mixed; boundary="-"${crlf}${crlf}${'-'.repeat(100_000)}`,
  'an end without a beginning': mail([from, 'Content-Type: multipart/mixed; boundary=b'], `--b--${crlf}`),
  'no end': mail([from, 'Content-Type: multipart/mixed; boundary=b'], `--b${crlf}${part}`),
  'parts without a header': mail([from, 'Content-Type: multipart/mixed; boundary=b'], `--b${crlf}text${crlf}--b--`),
  'a preamble and an epilogue': mail(
    [from, 'Content-Type: multipart/mixed; boundary=b'],
    `before${crlf}--b${crlf}${crlf}x${crlf}--b--${crlf}after`,
  ),
  'delimiters in the middle of lines': mail(
    [from, 'Content-Type: multipart/mixed; boundary=b'],
    'x--b--b--b--'.repeat(2_000),
  ),
  'an encoded multipart': mail(
    [from, 'Content-Type: multipart/mixed; boundary=b', 'Content-Transfer-Encoding: base64'],
    Buffer.from(`--b${crlf}${part}`).toString('base64'),
  ),
  'mail in mail in mail': `${from}${crlf}${`Content-Type: message/rfc822${crlf}${crlf}`.repeat(200)}${part}`,
  'an alternative of nothing': mail([from, 'Content-Type: multipart/alternative; boundary=b'], `--b--`),
  'twenty alternatives': `${from}${crlf}${multipart(
    'b',
    Array.from({ length: 20 }, (_, n) => `Content-Type: text/${n % 2 ? 'html' : 'plain'}${crlf}${crlf}${n}`),
    'alternative',
  )}`,
  'a bounce': `${from}${crlf}${multipart('b', [part, `Content-Type: message/delivery-status${crlf}${crlf}Final-Recipient: rfc822; a@b.test${crlf}Status: 5.1.1`, `Content-Type: message/rfc822-headers${crlf}${crlf}Subject: x`], 'report; report-type=delivery-status')}`,
};

const bodies: Readonly<Record<string, readonly [string, string]>> = {
  'base64 that is none': ['text/plain\r\nContent-Transfer-Encoding: base64', '!!!! not = base64 ==== \x80\xff'],
  'base64 in one line': ['text/plain\r\nContent-Transfer-Encoding: base64', 'QUJD'.repeat(15_000)],
  'base64 of nothing': ['text/plain\r\nContent-Transfer-Encoding: base64', '='.repeat(1_000)],
  'quoted-printable that is none': [
    'text/plain\r\nContent-Transfer-Encoding: quoted-printable',
    '=ZZ=9=\r\n==\r\n= \t\r\n=',
  ],
  'soft line ends': ['text/plain\r\nContent-Transfer-Encoding: quoted-printable', '=\r\n'.repeat(20_000)],
  'blanks before no line end': ['text/plain\r\nContent-Transfer-Encoding: quoted-printable', ' '.repeat(60_000)],
  uuencode: ['text/plain\r\nContent-Transfer-Encoding: x-uuencode', 'begin 644 x\r\n#86)C\r\nend'],
  'an encoding that nobody knows': ['text/plain\r\nContent-Transfer-Encoding: 7bit; x', 'x'],
  'flowed text': ['text/plain; format=flowed; delsp=yes', `${'> '.repeat(5_000)}x \r\ny`],
  'a long line': ['text/plain', 'x'.repeat(60_000)],
  'a hundred thousand lines': ['text/plain', '\r\n'.repeat(100_000)],
  'dots alone': ['text/plain', '.\r\n..\r\n...\r\n'.repeat(1_000)],
  'ten thousand links': ['text/plain', 'https://a.test/x '.repeat(10_000)],
  'one link without end': ['text/plain', `https://a.test/${'x'.repeat(60_000)}`],
  'a link of punctuation': ['text/plain', `https://a.test/${'.,;:!?()[]'.repeat(5_000)}`],
  'a link of dots and a letter': ['text/plain', `https://a.test/${'.'.repeat(60_000)}x`],
  'links that are none': [
    'text/html',
    '<a href="javascript:alert(1)">x</a><a href="data:text/html,x">y</a><a href=x>z</a>',
  ],
  'codes everywhere': ['text/plain', 'コード 123456 '.repeat(5_000)],
  'digits without end': ['text/plain', `コード ${'1'.repeat(60_000)}`],
  'open angles': ['text/html', '<'.repeat(60_000)],
  'open elements': ['text/html', '<a '.repeat(20_000)],
  'open attributes': ['text/html', '<a href="'.repeat(8_000)],
  'open styles': ['text/html', '<style>'.repeat(10_000)],
  'open scripts and comments': ['text/html', '<script><!--'.repeat(6_000)],
  'elements in elements': ['text/html', `${'<div>'.repeat(10_000)}x${'</div>'.repeat(10_000)}`],
  'entities without end': ['text/html', '&amp'.repeat(15_000)],
  'entities of nothing': ['text/html', '&#x110000;&#0;&#xd800;&nosuch;&#99999999999;'.repeat(1_000)],
  'blanks in elements': ['text/html', `<a ${' '.repeat(60_000)}`],
  ampersands: ['text/html', '&'.repeat(60_000)],
  'a table': ['text/html', '<table><tr><td>'.repeat(4_000)],
};

const fileNames = [
  ...[
    'x.txt',
    '../../etc/passwd',
    '..\\..\\boot.ini',
    '/etc/passwd',
    'con',
    'a\0b.txt',
    '',
    '.',
    '学生証.txt',
    'x'.repeat(5_000),
  ],
  ...[
    '=?utf-8?B?5a2m55Sf6Ki8?=.txt',
    '<img src=x onerror=alert(1)>.html',
    'a"b',
    "a'; DROP TABLE mail;--",
    '\u202etxt.exe',
    '%00',
    '%',
  ],
];
const dispositions = [
  ...[
    "attachment; filename*=utf-8''%E5%AD%A6%E7%94%9F.txt",
    "attachment; filename*=utf-8''%",
    'attachment; filename*0=a; filename*1=b; filename*3=d',
  ],
  ...[
    "attachment; filename*0*=iso-2022-jp''%1B$B; filename*1=x",
    'attachment',
    'attachment;',
    'inline; filename',
    `attachment${'; a*0*=b'.repeat(3_000)}`,
  ],
];

/** Reports of delivery that lie, repeat themselves or break off: whoever reads bounces must live with them. */
const reports: Readonly<Record<string, readonly string[]>> = {
  whole: ['Reporting-MTA: dns; r.test', '', 'Final-Recipient: rfc822; c@d.test', 'Action: failed', 'Status: 5.1.1'],
  'without a recipient': ['Reporting-MTA: dns; r.test'],
  'with fields of wrong types': [
    '',
    'Final-Recipient: ;;;',
    'Action: FAILED failed',
    'Status: 5.1.1.1.1',
    'Diagnostic-Code: smtp',
  ],
  'of ten thousand recipients': Array.from(
    { length: 10_000 },
    (_, n) => `\r\nFinal-Recipient: rfc822; ${n}@d.test\r\nAction: failed`,
  ),
  'with a reply without an end': [
    '',
    'Final-Recipient: rfc822; c@d.test',
    'Action: failed',
    `Diagnostic-Code: smtp; 550 ${'<'.repeat(50_000)}`,
  ],
};

function reportOf(status: readonly string[]): string {
  const inside = [
    part,
    `Content-Type: message/delivery-status${crlf}${crlf}${status.join(crlf)}`,
    `Content-Type: message/rfc822${crlf}${crlf}Message-ID: <msg_0001.x@b>`,
  ];
  return `From: <>${crlf}${multipart('b', inside, 'report; report-type=delivery-status')}`;
}

function attached(disposition: string): string {
  const file = `Content-Type: application/octet-stream${crlf}Content-Disposition: ${disposition}${crlf}Content-Transfer-Encoding: base64${crlf}${crlf}QUJD`;
  return `${from}${crlf}${multipart('b', [part, file])}`;
}

/** The same mails in the same order every time; each name once. */
export function hostileMails(): readonly HostileMail[] {
  const texts: [string, string][] = [
    ...inCharsets(),
    ...words.map((word, n): [string, string] => [`word ${n} in a subject`, mail([from, `Subject: ${word}`])]),
    ...words.map((word, n): [string, string] => [
      `word ${n} in a name`,
      mail([`From: ${word} <a@b.test>`, `To: "${word}" <c@d.test>`]),
    ]),
    ...Object.entries(headers),
    ...contentTypes.map((type, n): [string, string] => [
      `content type ${n}`,
      mail([from, `Content-Type: ${type}`], `--b${crlf}${part}${crlf}--b--`),
    ]),
    ...Object.entries(structures),
    ...Object.entries(bodies).map(([name, [type, body]]): [string, string] => [
      name,
      mail([from, `Content-Type: ${type}`], body),
    ]),
    ...fileNames.map((name, n): [string, string] => [`file name ${n}`, attached(`attachment; filename="${name}"`)]),
    ...Object.entries(reports).map(([name, status]): [string, string] => [`report ${name}`, reportOf(status)]),
    ...dispositions.map((disposition, n): [string, string] => [`disposition ${n}`, attached(disposition)]),
  ];
  return texts.map(([name, text]) => ({ name, data: bytesOf(text) }));
}
