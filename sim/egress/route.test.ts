import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './address-range.ts';
import { canonicalHost } from './host-name.ts';
import { createRoutes, type Resolve } from './route.ts';

/** What each name resolves to, and how often it was asked for. */
function names(answers: Readonly<Record<string, readonly (readonly string[])[]>>): {
  resolve: Resolve;
  asked: string[];
} {
  const asked: string[] = [];
  return {
    asked,
    async resolve(host) {
      const turn = asked.filter((one) => one === host).length;
      asked.push(host);
      const answer = answers[host]?.[turn] ?? answers[host]?.at(-1);
      if (answer === undefined) throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
      return answer;
    },
  };
}

const addressesOf = async (named: string, to: string, answer: readonly string[] = []) =>
  (await createRoutes([named], names({ 'mail.example.org': [answer], localhost: [answer] }).resolve).to(to)).addresses;

describe('a host', () => {
  it.each([
    ['MAIL.Example.org', 'mail.example.org'],
    ['mail.example.org.', 'mail.example.org'],
    ['127.1', '127.0.0.1'],
    ['2130706433', '127.0.0.1'],
    ['0x7f000001', '127.0.0.1'],
    ['0177.0.0.01', '127.0.0.1'],
    ['127.0.0.1.', '127.0.0.1'],
    ['１２７.０.０.１', '127.0.0.1'],
    ['[::1]', '::1'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['::FFFF:10.0.0.1', '::ffff:a00:1'],
    ['メール.example', 'xn--4dkua4c.example'],
    ['mаil.example.org', 'xn--mil-6cd.example.org'],
  ])('%s is spelt %s', (host, spelling) => {
    expect(canonicalHost(host)).toBe(spelling);
  });

  it.each([
    '',
    ' ',
    'user@mail.example.org',
    'user:secret@mail.example.org',
    'mail.example.org:25',
    'mail.example.org/x',
    'mail.example.org#x',
    'mail.example.org\\x',
    'mail.example.org\r\n',
    'mail.example.org\0',
    'fe80::1%eth0',
    '[mail.example.org]',
    '1.2.3.4.5',
    '256.1.1.1',
    'mail%2eexample.org',
  ])('%j is none', (host) => {
    expect(canonicalHost(host)).toBeUndefined();
  });
});

describe('an egress leads', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['127.0.0.1', '127.1'],
    ['127.0.0.1', '0x7f.1'],
    ['::1', '[::1]'],
    ['[::1]', '::1'],
    ['203.0.112.9', '203.0.112.9'],
    ['2606:4700::1111', '[2606:4700::1111]'],
  ])('to the address %s when it was named, in any spelling: %s', async (named, to) => {
    expect(await addressesOf(named, to)).toEqual([canonicalHost(named)]);
  });

  it('to a name, and to localhost when it means this machine', async () => {
    expect(await addressesOf('mail.example.org', 'Mail.Example.Org.', ['192.0.3.1', '2606::1'])).toEqual([
      '192.0.3.1',
      '2606::1',
    ]);
    expect(await addressesOf('localhost', 'localhost', ['::1', '127.0.0.1'])).toEqual(['::1', '127.0.0.1']);
  });

  it.each([
    ['another host', '203.0.112.9'],
    ['a host below it', 'a.mail.example.org'],
    ['a host above it', 'example.org'],
    ['a look-alike in another script', 'mаil.example.org'],
    ['loopback that nobody named', '127.0.0.1'],
    ['userinfo', 'x@mail.example.org'],
    ['a port', 'mail.example.org:25'],
    ['nothing', ''],
    ['two dots', 'mail.example.org..'],
    ['a dot before', '.mail.example.org'],
    ['full-width dots', 'mail．example．org．evil．test'],
    ['a soft hyphen too many', 'mail.exam\u00adple.org.evil.test'],
    ['a name in punycode', 'xn--mail-6cd.example.org'],
    ['a zone', 'fe80::1%eth0'],
    ['an escaped zone', '[fe80::1%25eth0]'],
    ['octal', '0177.0.0.1'],
    ['hexadecimal', '0x7f.0.0.1'],
    ['one number', '2130706433'],
    ['two numbers', '127.1'],
    ['full-width digits', '１２７.0.0.1'],
  ])('nowhere else: %s', async (_what, to) => {
    const { resolve, asked } = names({ 'mail.example.org': [['203.0.112.9']] });
    await expect(createRoutes(['mail.example.org'], resolve).to(to)).rejects.toMatchObject({
      code: 'egress-not-named',
    });
    expect(asked).toEqual([]);
  });

  it('nowhere when no host is named, whatever an operator wrote that is none', async () => {
    for (const named of [[], ['http://mail.example.org'], ['*'], ['']]) {
      const { resolve } = names({ 'mail.example.org': [['203.0.112.9']] });
      await expect(createRoutes(named, resolve).to('mail.example.org')).rejects.toMatchObject({
        code: 'egress-not-named',
      });
    }
  });
});

describe('what an egress refuses', () => {
  const refused = [
    '0.0.0.0',
    '10.0.0.1',
    '10.255.255.255',
    '100.64.0.1',
    '100.127.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::ffff:10.0.0.1',
    '::ffff:127.0.0.1',
    '::127.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b::8.8.8.8',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:0a00:0001::1',
    '3fff::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    // The same, in hexadecimal, expanded, and with the ends of addresses of others around it.
    '::ffff:0a00:1',
    '0:0:0:0:0:ffff:7f00:1',
    '::ffff:0:10.0.0.1',
    '64:ff9b::',
    '64:ff9b::a00:1',
    '64:ff9b:1:ffff::10.0.0.1',
    // 6to4 of 192.168.0.1, and Teredo, which carries the client's address inverted.
    '2002:c0a8:1::',
    '2001:0:4136:e378:8000:63bf:f5ff:fffe',
    // ISATAP inside networks that are public.
    '2606:4700::5efe:10.0.0.1',
    '2606:4700:0:1:0:5efe:a00:1',
    '2606:4700:0:1:200:5efe:c0a8:1',
    '2606::200:5efe:127.0.0.1',
    '::5efe:10.0.0.1',
    'fe80::5efe:10.0.0.1',
    '5f00::1',
    '4000::1',
  ];

  it.each(refused)('%s, although it was named', async (address) => {
    await expect(addressesOf(address, address)).rejects.toMatchObject({ code: 'egress-address-refused' });
  });

  it.each([
    ...refused,
    '127.0.0.1',
    '::1',
    'nonsense',
    // A zone names a network of this machine.
    'fe80::1%eth0',
    '2606:4700::1111%eth0',
    '2606:4700::1111%25eth0',
    '::1%lo',
    '',
    '203.0.112.9:80',
    '203.0.112.09',
    '0x7f.1',
    '2130706433',
  ])('a name that means %s', async (address) => {
    for (const answer of [[address], ['203.0.112.9', address]]) {
      await expect(addressesOf('mail.example.org', 'mail.example.org', answer)).rejects.toMatchObject({
        code: 'egress-address-refused',
      });
    }
  });

  it.each(['203.0.112.9', '10.0.0.1'])('a localhost that means %s', async (address) => {
    await expect(addressesOf('localhost', 'localhost', [address])).rejects.toMatchObject({
      code: 'egress-address-refused',
    });
  });
});

describe('an answer of the name service', () => {
  it('is asked for once and stays, whatever it would be later', async () => {
    const { resolve, asked } = names({ 'mail.example.org': [['203.0.112.9'], ['127.0.0.1']] });
    const routes = createRoutes(['mail.example.org'], resolve);
    for (const to of ['mail.example.org', 'MAIL.example.org.', 'mail.example.org']) {
      expect((await routes.to(to)).addresses).toEqual(['203.0.112.9']);
    }
    expect(asked).toEqual(['mail.example.org']);
  });

  it('that was refused stays refused', async () => {
    const { resolve } = names({ 'mail.example.org': [['10.0.0.1'], ['203.0.112.9']] });
    const routes = createRoutes(['mail.example.org'], resolve);
    for (let turn = 0; turn < 2; turn += 1) {
      await expect(routes.to('mail.example.org')).rejects.toMatchObject({ code: 'egress-address-refused' });
    }
  });

  it('that there is none of is asked for again', async () => {
    const { resolve } = names({ 'mail.example.org': [[], ['203.0.112.9']] });
    const routes = createRoutes(['mail.example.org', 'none.example.org'], resolve);
    await expect(routes.to('none.example.org')).rejects.toMatchObject({
      code: 'egress-failed',
      parameters: { host: 'none.example.org', reason: 'ENOTFOUND' },
    });
    await expect(routes.to('mail.example.org')).rejects.toMatchObject({ code: 'egress-failed' });
    expect((await routes.to('mail.example.org')).addresses).toEqual(['203.0.112.9']);
  });
});

describe('an address of four bytes', () => {
  /** All the ways in which a URL may write it. */
  const spellingsOf = (number: number): string[] => {
    const bytes = [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff);
    const octal = bytes.map((byte) => `0${byte.toString(8)}`).join('.');
    const hex = bytes.map((byte) => `0x${byte.toString(16)}`).join('.');
    const short = `${bytes[0]}.${number & 0xffffff}`;
    return [bytes.join('.'), octal, hex, short, String(number), `0x${number.toString(16)}`, `${bytes.join('.')}.`];
  };

  it('is one host in every spelling, and never public when it is wrapped in six', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (number) => {
        const [plain = '', ...others] = spellingsOf(number);
        for (const other of others) expect(canonicalHost(other)).toBe(plain);
        for (const prefix of ['::ffff:', '::', '64:ff9b::']) {
          const wrapped = canonicalHost(`[${prefix}${plain}]`) ?? '';
          expect(wrapped).toContain(':');
          expect(isPublicAddress(wrapped)).toBe(false);
        }
        const [first, second, third, fourth] = plain
          .split('.')
          .map((byte) => Number(byte).toString(16).padStart(2, '0'));
        expect(isPublicAddress(`2002:${first}${second}:${third}${fourth}::1`)).toBe(false);
      }),
      { seed: 20260401, numRuns: 500 },
    );
  });

  it('leads nowhere by any text that was not named', async () => {
    const routes = createRoutes(['mail.example.org'], () => Promise.resolve(['203.0.112.9']));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (host) => {
        fc.pre(canonicalHost(host) !== 'mail.example.org');
        await expect(routes.to(host)).rejects.toMatchObject({ code: 'egress-not-named' });
      }),
      { seed: 20260401, numRuns: 500 },
    );
  });
});
