import { describe, expect, test } from 'vitest';
import { commands } from './commands.ts';
import { findCommand, groupOf } from './find-command.ts';
import { groupHelp } from './help.ts';
import { complaint, createDesk } from './recording-terminal.ts';

const never = () => Promise.reject(new Error('not loaded here'));
const names = commands.map(({ name }) => name);

describe('the command line', { timeout: 60_000 }, () => {
  test.each([[[]], [['help']], [['--help']], [['-h']]])('%j shows every command and the exit codes', async (given) => {
    using desk = createDesk();
    const { exitCode, output, complaints } = await desk.run(...given);
    expect(exitCode).toBe(0);
    expect(complaints).toBe('');
    for (const { name, summary } of commands) expect(output).toMatch(new RegExp(`^  ${name} +${summary.en}$`, 'm'));
    expect(output).toContain('Exit codes:');
  });

  test.each(names)('%s has a help of its own, in both languages', async (name) => {
    using desk = createDesk();
    const english = await desk.run('help', ...name.split(' '));
    expect(english).toMatchObject({ exitCode: 0, complaints: '' });
    expect(english.output).toContain(`Usage: npx todoku ${name} `);
    expect(await desk.run(...name.split(' '), '--help')).toEqual(english);
    const { output } = await desk.run('help', ...name.split(' '), '--lang', 'ja');
    expect(output).toContain(`使い方: npx todoku ${name} `);
    expect(output).toContain('表示の言語');
  });

  test('nothing near, nothing guessed', async () => {
    using desk = createDesk();
    const { complaints } = await desk.run('qqqqqqqq');
    expect(complaints).toBe(complaint('command-unknown', { given: 'qqqqqqqq' }));
    expect(complaints).not.toContain('Did you mean');
  });

  test.each(names)('whatever %s says to type begins with npx', async (name) => {
    using desk = createDesk();
    for (const language of ['ja', 'en']) {
      const { output } = await desk.run('help', ...name.split(' '), '--lang', language);
      for (const [line] of output.matchAll(/^.*todoku (?!\().*$/gm)) expect(line).toContain('npx todoku');
    }
  });

  test.each([['version'], ['--version'], ['-V']])('%s names the version', async (given) => {
    using desk = createDesk();
    expect((await desk.run(given)).output).toMatch(/^todoku \d+\.\d+\.\d+ \(Node \d+\.\d+\.\d+\)\n$/);
  });

  test('an unknown command is refused, with what was probably meant', async () => {
    using desk = createDesk();
    expect(await desk.run('exlpain')).toEqual({
      exitCode: 2,
      output: '',
      complaints: complaint('command-unknown', { given: 'exlpain' }, { nearest: 'explain' }),
    });
    expect((await desk.run('help', 'exlpain')).exitCode).toBe(2);
  });

  test('a name of two words is found before, between and behind options', () => {
    const group = ['mail why', 'mail lint'].map((name) => ({ name, summary: { ja: '', en: '' }, load: never }));
    expect(findCommand(['mail', 'why'], group)).toBe(group[0]);
    expect(findCommand(['mail', 'lint', 'x.eml'], group)).toBe(group[1]);
    expect(groupOf('mail', group)).toEqual(group);
    expect(() => findCommand(['mail', 'wyh'], group)).toThrow(expect.objectContaining({ nearest: 'mail why' }));
    expect(() => findCommand(['mial'], group)).toThrow(expect.objectContaining({ nearest: 'mail' }));
    expect(groupHelp('mail', group, 'en')).toMatch(/ mail why\b.*\n.* mail lint\b/);
  });

  test('a wrong option is refused, with what was probably meant', async () => {
    using desk = createDesk();
    expect(await desk.run('doctor', '--jsno')).toEqual({
      exitCode: 2,
      output: '',
      complaints: complaint('option-unknown', { command: 'doctor', given: '--jsno' }, { nearest: '--json' }),
    });
    const surplus = complaint('argument-unexpected', { command: 'doctor', given: 'now' });
    expect((await desk.run('doctor', 'now')).complaints).toBe(surplus);
    expect((await desk.run('replay')).complaints).toBe(complaint('report-unnamed', { command: 'replay' }));
  });

  test.each([
    [{}, [], 'Usage'],
    [{ LANG: 'ja_JP.UTF-8' }, [], '使い方'],
    [{ LANG: 'ja_JP.UTF-8', LC_ALL: 'C' }, [], 'Usage'],
    [{ LANG: 'C', LC_MESSAGES: 'ja' }, [], '使い方'],
    [{ LANG: 'jam' }, [], 'Usage'],
    [{ LANG: 'ja' }, ['--lang', 'en'], 'Usage'],
    [{}, ['--lang=ja'], '使い方'],
  ])('in %j with %j it says %s', async (environment, given, word) => {
    using desk = createDesk(environment);
    expect((await desk.run('help', ...given)).output).toContain(`${word}:`);
    expect((await desk.run(...given, 'help')).output).toContain(`${word}:`);
  });

  test('an error is told in the language asked for', async () => {
    using desk = createDesk({ LANG: 'en_GB.UTF-8' });
    const { complaints } = await desk.run('--lang', 'ja', 'rum');
    expect(complaints).toBe(complaint('command-unknown', { given: 'rum' }, { nearest: 'run', language: 'ja' }));
    expect((await desk.run('help', '--lang', 'fr')).complaints).toBe(
      complaint('option-value', { option: '--lang', expected: 'ja | en', given: 'fr' }),
    );
  });
});
