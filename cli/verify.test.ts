import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { complaint, createDesk } from './recording-terminal.ts';

const at = ['--at', '2026-06-01T00:00:00+09:00'];
const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'verify-fixture', name), 'utf8');

describe('todoku verify', () => {
  it.each(['ja', 'en'])('tells every check of a badge that is its issuer’s, in %s', async (language) => {
    using desk = createDesk();
    writeFileSync(join(desk.folder, 'badge.json'), fixture('badge.json'));
    const { exitCode, output, complaints } = await desk.run('verify', 'badge.json', ...at, '--lang', language);
    expect([exitCode, complaints]).toEqual([0, '']);
    await expect(output).toMatchFileSnapshot(`verify-fixture/accepted.${language}.txt`);
  });

  it.each(['ja', 'en'])('says what is left to find out when nobody may be asked, in %s', async (language) => {
    using desk = createDesk();
    writeFileSync(join(desk.folder, 'badge.jwt'), fixture('badge.jwt'));
    const { exitCode, output } = await desk.run('verify', 'badge.jwt', ...at, '--lang', language);
    expect(exitCode).toBe(1);
    await expect(output).toMatchFileSnapshot(`verify-fixture/unconfirmed.${language}.txt`);
  });

  it('reads standard input, and refuses what was altered', async () => {
    using desk = createDesk({}, Buffer.from(fixture('badge.json').replaceAll('情報リテラシー', '別のバッジ')));
    const { exitCode, output } = await desk.run('verify', '-', ...at, '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ source: '-', verdict: 'refused' });
    expect(output).toContain('proof-signature');
  });

  it('tells what was hashed, and no secret of the holder’s, when asked', async () => {
    using desk = createDesk({}, Buffer.from(fixture('badge.json')));
    const { output } = await desk.run('verify', '-', ...at, '--hashes', '--holder', 'hanako@example.ac.jp');
    expect(output).toMatch(/documentHash: [0-9a-f]{64}/);
    expect(output).toContain('✗ holder: ');
    expect(output).not.toContain('hanako@');
  });

  it.each([
    ['{"@context":"https://w3id.org/openbadges/v2","type":"Assertion"}', 'Open Badges 2.0'],
    ['<!DOCTYPE html><html>', 'web page'],
    ['%PDF-1.7', 'PDF'],
    ['{"a":', 'not JSON'],
    [`{"a":${'['.repeat(100)}`, 'nested'],
    ['', 'empty'],
    ['hello', 'no file of an Open Badge'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', ''],
  ])('says of %j what it is', async (text, said) => {
    using desk = createDesk({}, Buffer.from(text));
    const { exitCode, output } = await desk.run('verify', '-');
    expect(exitCode).toBe(1);
    expect(output).toMatch(/✗ format: /);
    expect(output).toContain(said);
  });

  it('goes nowhere that was not named', async () => {
    using desk = createDesk();
    const { exitCode, complaints } = await desk.run('verify', 'https://issuer.example/badge.png');
    expect(exitCode).toBe(2);
    expect(complaints).toBe(complaint('egress-not-named', { host: 'issuer.example' }));
  });

  it('is used with a badge and a time that is one', async () => {
    using desk = createDesk();
    expect((await desk.run('verify')).complaints).toBe(
      complaint('argument-missing', { command: 'verify', expected: 'badge.png | https://… | -' }),
    );
    expect((await desk.run('verify', '-', '--at', 'today')).exitCode).toBe(2);
    expect((await desk.run('verify', 'none.png')).complaints).toBe(complaint('file-missing', { file: 'none.png' }));
  });
});
