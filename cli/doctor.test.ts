import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDesk } from './recording-terminal.ts';

test('the doctor finds what is needed and says what is missing', async () => {
  using desk = createDesk({ PATH: '' });
  const { exitCode, output } = await desk.run('doctor', '--json');
  const { isWell, findings } = JSON.parse(output);
  expect(exitCode).toBe(0);
  expect(isWell).toBe(true);
  const states = Object.fromEntries(findings.map(({ id, state }: { id: string; state: string }) => [id, state]));
  expect(states).toEqual({
    node: 'well',
    packages: 'well',
    sqlite: 'well',
    library: 'well',
    folder: 'well',
    chromium: 'optional',
    swaks: 'optional',
  });
  for (const { state, advice } of findings) expect(advice !== undefined).toBe(state !== 'well');
});

test('the doctor speaks to people too', async () => {
  using desk = createDesk({ PATH: '', LANG: 'ja_JP.UTF-8' });
  const { output } = await desk.run('doctor');
  expect(output).toMatch(/^✓ Node: \d/);
  expect(output).toContain('– swaks（任意）: なし\n    今は要りません。');
  expect(output).toContain('準備はできています。');
});

test('a folder that cannot be written is lacking', async () => {
  using desk = createDesk({ PATH: '', LANG: 'ja_JP.UTF-8' });
  rmSync(desk.folder, { recursive: true });
  const { exitCode, output } = await desk.run('doctor');
  expect(exitCode).toBe(2);
  expect(output).toContain(`✗ 報告書を書く場所: ${desk.folder}\n    書き込めません。`);
  expect(output).not.toContain('準備はできています。');
});
