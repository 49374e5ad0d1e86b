import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folder } from '../mailbox/index.ts';
import { defaultLimits } from './limits.ts';
import { refusalOfMessage } from './message-check.ts';
import { structureOf } from './mime-structure.ts';
import { reception } from './smtp-fixture.ts';

const hanako = 'hanako@plain.test';
const small = { ...defaultLimits, lineBytes: 100, headerBytes: 200, headerFields: 3, parts: 4, depth: 2 };

function multipart(boundary: string, ...parts: string[]): string {
  const inside = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n${inside}--${boundary}--`;
}

const text = 'Content-Type: text/plain\r\n\r\nx';

describe('a limit', () => {
  it.each([
    ['a message that fits', 'a: 1\r\nb: 2\r\nc: 3\r\n\r\nbody\r\n', undefined],
    ['a line of the longest length', `a: 1\r\n\r\n${'x'.repeat(98)}\r\n`, undefined],
    ['a line that is too long', `a: 1\r\n\r\n${'x'.repeat(99)}\r\n`, 500],
    ['a last line that is too long', `a: 1\r\n\r\n${'x'.repeat(101)}`, 500],
    ['as many fields as may be, folded', 'a: 1\r\n 1\r\n\t1\r\nb: 2\r\nc: 3\r\n\r\n', undefined],
    ['a field too many', 'a: 1\r\nb: 2\r\nc: 3\r\nd: 4\r\n\r\n', 552],
    ['a large header', `a: 1\r\n${` ${'x'.repeat(50)}\r\n`.repeat(4)}\r\n`, 552],
    ['a large body without an empty line', `a: 1\r\n${`${'x'.repeat(50)}\r\n`.repeat(4)}`, undefined],
    ['as many parts as may be', multipart('b', text, text, text), undefined],
    ['a part too many', multipart('b', text, text, text, text), 554],
    ['parts as deep as may be', multipart('b', multipart('c', text)), undefined],
    ['parts too deep', multipart('b', multipart('c', multipart('d', text))), 554],
  ])('for %s', (_what, message, replyCode) => {
    expect(refusalOfMessage(Buffer.from(message), small)?.replyCode).toBe(replyCode);
  });

  it('of the message is kept to by what SIZE says and by what comes', async () => {
    await using mx = await reception({ limits: { messageBytes: 1_000 } });
    const mailbox = await mx.open(hanako, {}, 'plain');
    const client = await mx.dial();
    const [hello, early] = await client.say('EHLO c', 'MAIL FROM:<> SIZE=1001');
    expect(hello).toMatch(/250-SIZE 1000\r\n/);
    expect(early).toMatch(/^552 /);
    await client.say('MAIL FROM:<> SIZE=1', `RCPT TO:<${hanako}>`, 'DATA');
    expect(await client.send(`a: 1\r\n\r\n${'0123456789abc\r\n'.repeat(200)}.\r\n`)).toMatch(/^552 5\.3\.4 /);
    await client.say('MAIL FROM:<>', `RCPT TO:<${hanako}>`, 'DATA');
    expect(await client.send(`a: 1\r\n\r\n${'0123456789abc\r\n'.repeat(66)}.\r\n`)).toMatch(/^250/);
    expect(folder(mx.world, mailbox, 'inbox')).toHaveLength(1);
  });

  it('of recipients lets the others pass', async () => {
    await using mx = await reception({ limits: { recipients: 2 }, opensMailboxes: true });
    const client = await mx.dial();
    const replies = await client.say('EHLO c', 'MAIL FROM:<>', ...['a', 'b', 'c'].map((a) => `RCPT TO:<${a}@b.test>`));
    expect(replies.slice(2).map((reply) => reply.slice(0, 3))).toEqual(['250', '250', '452']);
  });
});

describe('the count of parts', () => {
  type Node = 0 | readonly Node[];
  const tree = fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof({ maxDepth: 4 }, fc.constant<0>(0), fc.array(tie('node'), { minLength: 1, maxLength: 3 })),
  })).node;
  const written = (node: Node, name = 'b'): string =>
    node === 0 ? text : multipart(name, ...node.map((one, index) => written(one, `${name}-${index}.`)));
  const partsOf = (node: Node): number =>
    1 + (node === 0 ? 0 : node.reduce<number>((sum, one) => sum + partsOf(one), 0));
  const depthOf = (node: Node): number => (node === 0 ? 0 : 1 + Math.max(...node.map(depthOf)));

  it('is right for any tree', () => {
    fc.assert(
      fc.property(tree, (node) => {
        const bounds = { parts: 10_000, depth: 100 };
        expect(structureOf(Buffer.from(written(node)), bounds)).toEqual({
          parts: partsOf(node),
          depth: depthOf(node),
        });
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});
