import { describe, expect, it } from 'vitest';
import { imapWorld } from './imap-fixture.ts';

const plain = (text: string): string => Buffer.from(text).toString('base64');
const opened = expect.stringMatching(/^a OK \[CAPABILITY IMAP4rev1 IMAP4rev2 (?!.*(STARTTLS|AUTH=)).*\] any password/);
const nobody = 'a NO [AUTHENTICATIONFAILED] no mailbox of this world has that address';

describe('a stranger', () => {
  // https://www.rfc-editor.org/rfc/rfc9051#section-7.1.1
  it('is greeted with what the server can do', async () => {
    const { session, heard } = await (await imapWorld()).client({ isStranger: true });
    await session.greet();
    expect(heard()).toEqual([expect.stringMatching(/^\* OK \[CAPABILITY IMAP4rev1 .* STARTTLS AUTH=PLAIN\] todoku/)]);
  });

  it.each([
    // https://www.rfc-editor.org/rfc/rfc9051#section-6.2.3
    ['LOGIN with any password', ['a LOGIN hanako@plain.test x'], [opened]],
    ['LOGIN with strings', ['a LOGIN "hanako@plain.test" ""'], [opened]],
    ['LOGIN with literals', ['a LOGIN {17}', 'hanako@plain.test {1+}', 'x'], ['+ go on', opened]],
    ['LOGIN in another spelling', ['a login HANAKO@PLAIN.TEST x'], [opened]],
    ['LOGIN of nobody', ['a LOGIN taro@plain.test x'], [nobody]],
    ['LOGIN without a password', ['a LOGIN hanako@plain.test'], ['a BAD a space expected']],
    // https://www.rfc-editor.org/rfc/rfc9051#section-6.2.2
    ['PLAIN', ['a AUTHENTICATE PLAIN', plain('\0hanako@plain.test\0x')], ['+ ', opened]],
    ['PLAIN for itself', ['a AUTHENTICATE PLAIN', plain('hanako@plain.test\0hanako@plain.test\0x')], ['+ ', opened]],
    // https://www.rfc-editor.org/rfc/rfc4959
    ['PLAIN at once', [`a AUTHENTICATE PLAIN ${plain('\0hanako@plain.test\0x')}`], [opened]],
    ['PLAIN given up', ['a AUTHENTICATE PLAIN', '*'], ['+ ', 'a BAD given up']],
    ['PLAIN of nobody', [`a AUTHENTICATE PLAIN ${plain('\0taro@plain.test\0x')}`], [nobody]],
    [
      'PLAIN for another',
      [`a AUTHENTICATE PLAIN ${plain('taro@plain.test\0hanako@plain.test\0x')}`],
      ['a NO [AUTHORIZATIONFAILED] everybody opens their own mailbox'],
    ],
    ['no base64', ['a AUTHENTICATE PLAIN', '?'], ['+ ', 'a BAD that is no base64']],
    ['another mechanism', ['a AUTHENTICATE CRAM-MD5'], ['a NO [CANNOT] the one mechanism is PLAIN']],
    // https://www.rfc-editor.org/rfc/rfc9051#section-3
    ['SELECT', ['a SELECT INBOX'], ['a BAD not now: stranger']],
    ['IDLE', ['a IDLE'], ['a BAD not now: stranger']],
    // https://www.rfc-editor.org/rfc/rfc9051#section-6.1
    ['NOOP', ['a NOOP'], ['a OK nothing done']],
    ['LOGOUT', ['a LOGOUT', 'b NOOP'], ['* BYE until next time', 'a OK logged out']],
    ['ID', ['a ID NIL'], [expect.stringMatching(/^\* ID \("name" "todoku"/), 'a OK pleased to meet you']],
    ['ID with fields', ['a ID ("name" "x" "os" NIL)'], [expect.anything(), 'a OK pleased to meet you']],
    ['a command that nobody knows', ['a XYZZY'], ['a BAD no such command']],
    ['no command', ['a'], ['a BAD a space expected']],
    ['nothing', [''], ['* BAD a command begins with a tag']],
  ])('says %s', async (_what, lines, answers) => {
    const client = await (await imapWorld()).client({ isStranger: true });
    expect(await client.say(...lines)).toEqual(answers);
  });

  it('opens a mailbox with an address that breaks the rules, quoted or not', async () => {
    const docomo = await imapWorld({ address: 'a..b.@docomo.ne.jp.test' });
    for (const spelling of ['a..b.@docomo.ne.jp.test', '"\\"a..b.\\"@docomo.ne.jp.test"']) {
      const client = await docomo.client({ isStranger: true });
      expect(await client.say(`a LOGIN ${spelling} x`)).toEqual([opened]);
    }
  });
});

describe('STARTTLS', () => {
  it('forgets what was said behind it in the clear', async () => {
    // https://www.rfc-editor.org/rfc/rfc9051#section-11.1
    const client = await (await imapWorld()).client({ isStranger: true });
    expect(await client.say('a STARTTLS', 'b LOGIN hanako@plain.test x')).toEqual(['a OK begin']);
    expect(client.connection.isSecure).toBe(true);
    expect(await client.say('c CAPABILITY')).toEqual([
      expect.stringMatching(/^\* CAPABILITY (?!.*STARTTLS).* AUTH=PLAIN$/),
      'c OK these',
    ]);
    expect(await client.say('d STARTTLS')).toEqual(['d BAD this is TLS already']);
  });
});
