import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { studentIdPicture } from '#sim/baking';
import { complaint, createDesk, type Desk } from './recording-terminal.ts';

const assertion = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://school.example.test/assertions/1',
  recipient: { type: 'email', hashed: false, identity: 'hanako@example.test' },
  issuedOn: '2026-03-25T00:00:00Z',
  badge: {
    type: 'BadgeClass',
    id: 'https://school.example.test/badges/1',
    name: '情報リテラシー修了',
    description: '科目を修了したこと。',
    criteria: { narrative: '試験に合格する。' },
    issuer: { type: 'Issuer', id: 'https://school.example.test/issuer', name: '見本大学' },
  },
  verification: { type: 'hosted' },
};
const jws = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify(assertion)).toString('base64url')}.c2ln`;
const write = (desk: Desk, name: string, text: string | Uint8Array) => writeFileSync(join(desk.folder, name), text);
const read = (desk: Desk, name: string) => readFileSync(join(desk.folder, name), 'utf8');

describe('todoku badge', () => {
  test('bakes into the picture of a student ID, or into one of yours, and takes out again', async () => {
    using desk = createDesk();
    write(desk, 'credential.json', '{"type":["VerifiableCredential"],"name":"学生証"}\n');
    write(desk, 'picture.svg', studentIdPicture.svg());
    const baked = await desk.run('badge', 'bake', 'credential.json', '--lang', 'ja');
    expect(baked).toEqual({ exitCode: 0, output: '証明書を入れた画像を書きました: badge.png\n', complaints: '' });
    expect((await desk.run('badge', 'bake', 'credential.json', 'picture.svg', '--out', 'mine.svg')).exitCode).toBe(0);
    const png = await desk.run('badge', 'unbake', 'badge.png', '--lang', 'en');
    expect(png).toEqual({
      exitCode: 0,
      output: '{"type":["VerifiableCredential"],"name":"学生証"}\n',
      complaints: 'Found Open Badges 3.0 in iTXt of the PNG.\n',
    });
    await desk.run('badge', 'unbake', 'mine.svg', '--out', 'out.json');
    expect(read(desk, 'out.json')).toBe(png.output);
    await desk.run('badge', 'bake', 'credential.json', '--out', 'ours.svg');
    expect(read(desk, 'ours.svg')).toContain('<openbadges:credential');
  });

  test('bakes an OB 2.0 badge where OB 2.0 looks for it', async () => {
    using desk = createDesk();
    write(desk, 'assertion.jws', jws);
    await desk.run('badge', 'bake', 'assertion.jws');
    const found = await desk.run('badge', 'unbake', 'badge.png', '--lang', 'ja');
    expect(found).toMatchObject({
      output: `${jws}\n`,
      complaints: 'PNG の中の iTXt に Open Badges 2.0 がありました。\n',
    });
  });

  test('converts a badge to 3.0 and back to the very same, from a picture too', async () => {
    using desk = createDesk();
    write(desk, 'assertion.json', JSON.stringify(assertion));
    write(desk, 'assertion.jws', jws);
    await desk.run('badge', 'convert', 'assertion.json', '--to', 'ob3', '--out', 'credential.json');
    expect(JSON.parse(read(desk, 'credential.json'))).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      credentialSubject: { achievement: { name: '情報リテラシー修了' } },
    });
    await desk.run('badge', 'bake', 'credential.json');
    const back = await desk.run('badge', 'convert', 'badge.png', '--to', 'ob2');
    expect(JSON.parse(back.output)).toEqual(assertion);
    await desk.run('badge', 'convert', 'assertion.jws', '--to', 'ob3', '--out', 'signed.json');
    expect((await desk.run('badge', 'convert', 'signed.json', '--to', 'ob2')).output).toBe(`${jws}\n`);
  });

  test('says what is wrong and writes nothing', async () => {
    using desk = createDesk();
    write(desk, 'credential.json', '{"type":["VerifiableCredential"]}');
    write(desk, 'half.png', studentIdPicture.png().subarray(0, -5));
    write(desk, 'plain.svg', studentIdPicture.svg());
    write(desk, 'note.txt', 'hello');
    write(desk, 'there.png', 'x');
    const said: [string[], string][] = [
      [
        ['bake'],
        complaint('argument-missing', { command: 'badge bake', expected: 'credential.jwt | credential.json | -' }),
      ],
      [['bake', 'none.json'], complaint('file-missing', { file: 'none.json' })],
      [['bake', '.'], complaint('file-unreadable', { file: '.', reason: 'EISDIR' })],
      [['bake', 'note.txt'], complaint('badge-credential-unfit', {})],
      [['bake', 'credential.json', 'note.txt'], complaint('badge-image-unknown', {})],
      [['bake', 'credential.json', '--out', 'there.png'], complaint('file-exists', { file: 'there.png' })],
      [['unbake'], complaint('argument-missing', { command: 'badge unbake', expected: 'badge.png | badge.svg | -' })],
      [['unbake', 'plain.svg'], complaint('badge-not-baked', {})],
      [
        ['convert', 'credential.json'],
        complaint('argument-missing', { command: 'badge convert', expected: '--to ob2 | --to ob3' }),
      ],
      [['convert', 'credential.json', '--to', 'ob3'], complaint('ob2-unfit', { pointer: '/type' })],
      [['convert', 'credential.json', '--to', 'ob2'], complaint('ob3-unfit', { pointer: '/id' })],
    ];
    for (const [words, complaints] of said) {
      expect(await desk.run('badge', ...words, '--lang', 'en'), words.join(' ')).toEqual({
        exitCode: 2,
        output: '',
        complaints,
      });
    }
    expect((await desk.run('badge', 'bake', 'credential.json', 'half.png', '--lang', 'ja')).complaints).toContain(
      '途中で切れています',
    );
    expect(existsSync(join(desk.folder, 'badge.png'))).toBe(false);
  });
});
