import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportMessages } from './export-messages.ts';
import { createDesk } from './recording-terminal.ts';

const data = Buffer.from([0xff, 0x00, 0x0d, 0x0a, 0x80]);

test.each([
  ['abc=@mailhog.example', 'abc__mailhog.example.eml'],
  ['../../etc/passwd', '__.._etc_passwd.eml'],
  ['/etc/.ssh/id', '_etc_.ssh_id.eml'],
  ['..\\..\\x', '__.._x.eml'],
  ['.hidden', '_hidden.eml'],
  ['a\0b\n', 'a_b_.eml'],
  ['', '.eml'],
  ['x'.repeat(500), `${'x'.repeat(120)}.eml`],
])('the id %j names a file inside the folder', (id, name) => {
  using desk = createDesk();
  exportMessages([{ id, data }], { folder: 'mails', from: desk.folder, overwrite: false });
  const folder = join(desk.folder, 'mails');
  expect(readdirSync(desk.folder)).toEqual(['mails']);
  expect(readdirSync(folder)).toEqual([name]);
  expect(readFileSync(join(folder, name)).equals(data)).toBe(true);
});

test('two ids that make one name are told, and nothing is lost', () => {
  using desk = createDesk();
  const messages = [
    { id: 'a@b', data },
    { id: 'a=b', data: Buffer.from('other') },
  ];
  expect(() => exportMessages(messages, { folder: '.', from: desk.folder, overwrite: false })).toThrow(
    expect.objectContaining({ code: 'file-exists' }),
  );
  expect(readFileSync(join(desk.folder, 'a_b.eml')).equals(data)).toBe(true);
});

test('a folder that cannot be made is told', () => {
  using desk = createDesk();
  expect(() => exportMessages([], { folder: '/dev/null/x', from: desk.folder, overwrite: false })).toThrow(
    expect.objectContaining({ code: 'out-not-writable' }),
  );
});
