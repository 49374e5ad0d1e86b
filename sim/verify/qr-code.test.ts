import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGate } from './gate.ts';
import { createBench } from './presentation-bench.ts';
import { parseQrCode } from './qr-code.ts';

const signature = 'A'.repeat(86);
const good = `todoku:1:cred_0001:59167800:dev_0001:${signature}`;

describe('parseQrCode', () => {
  it('reads the parts, and the text that is signed', () => {
    expect(parseQrCode(good)).toEqual({
      credential: 'cred_0001',
      timeStep: 59_167_800,
      device: 'dev_0001',
      signed: 'todoku:1:cred_0001:59167800:dev_0001',
      signature: Buffer.alloc(64),
    });
  });

  it.each([
    '',
    'https://evil.example/',
    good.replace('todoku:1', 'todoku:2'),
    good.replace('cred_0001', "cred_1' OR '1'='1"),
    good.replace('cred_0001', '../../accounts'),
    good.replace('cred_0001', 'cred_０００１'),
    good.replace('59167800', '-1'),
    good.replace('59167800', '1e9'),
    good.replace('59167800', '9'.repeat(40)),
    good.replace('dev_0001', 'dev_0001\r\nx-evil: 1'),
    good.replace('dev_0001', '<script>'),
    `${good}A`,
    good.replace(/A$/, 'B'),
    good.slice(0, -1),
    ` ${good}`,
    `${good}\n`,
    `${good}:extra`,
    good.repeat(1000),
    '\u0000'.repeat(200),
  ])('refuses %j', (text) => {
    expect(parseQrCode(text)).toBeUndefined();
  });

  it('takes nothing for a QR that it does not spell back the same', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...good.split(':'), 'x')).map((p) => p.join(':')),
        ),
        (text) => {
          const qr = parseQrCode(text);
          expect(qr === undefined || text === `${qr.signed}:${qr.signature.toString('base64url')}`).toBe(true);
        },
      ),
      { seed: 1 },
    );
  });
});

describe('a gate that reads a hostile QR', () => {
  it('refuses it as no QR of ours, and asks nobody', async () => {
    const { world, fetch, services } = await createBench();
    const gate = createGate(world, { fetch }, { name: 'library', trustedIssuers: [] });
    const judgement = await gate.scan("todoku:1:cred_1' OR 1=1 --:1:dev_1:x");
    expect(judgement.verdict).toBe('refused');
    expect(judgement.checks).toMatchObject([{ id: 'qr-format', valid: false, code: 'qr-format' }]);
    expect(services.requested).toEqual([]);
    expect(JSON.stringify(world.log.after(0))).not.toContain('OR 1=1');
  });
});
