import { describe, expect, test } from 'vitest';
import type { CliCommand } from './command.ts';
import { parseArguments } from './options.ts';

const command: Pick<CliCommand, 'options' | 'wordsMax'> = {
  wordsMax: 2,
  options: [
    { name: 'json', kind: 'flag', summary: { ja: '', en: '' } },
    { name: 'out', kind: 'text', placeholder: 'DIR', summary: { ja: '', en: '' } },
    { name: 'seed', kind: 'number', placeholder: '0…4294967295', summary: { ja: '', en: '' } },
    { name: 'lane', kind: 'text', values: ['direct', 'wire'], summary: { ja: '', en: '' } },
  ],
};
const parse = (...given: string[]) => parseArguments('run', command, given);

describe('the options of a command', () => {
  test('come before, between and after words, with and without =', () => {
    const { words, options } = parse('--json', 'S-2.2-01', '--seed=7', '2.2', '--out', 'report', '--lang', 'ja');
    expect(words).toEqual(['S-2.2-01', '2.2']);
    expect(options.has('json')).toBe(true);
    expect(options.number('seed')).toBe(7);
    expect(options.text('out')).toBe('report');
    expect(options.text('lang')).toBe('ja');
    expect(options.has('lane')).toBe(false);
    expect(options.number('lane')).toBeUndefined();
  });

  test('of two values the later counts, and -- ends options', () => {
    expect(parse('--seed', '1', '--seed', '2').options.number('seed')).toBe(2);
    expect(parse('--', '--json').words).toEqual(['--json']);
  });

  test('-h asks for help, whatever else is there', () => {
    expect(parse('-h', 'a', 'b', 'c').options.has('help')).toBe(true);
  });

  test.each([
    [['--jsno'], 'option-unknown', '--jsno'],
    [['-j'], 'option-unknown', '-j'],
    [['--seeds=1'], 'option-unknown', '--seeds'],
    [['--seed', 'one'], 'option-value', 'one'],
    [['--seed', '-1'], 'option-value', '-1'],
    [['--seed=99999999999999999999'], 'option-value', '0…4294967295'],
    [['--lane', 'wires'], 'option-value', 'direct | wire'],
    [['--out'], 'argument-missing', '--out needs DIR'],
    [['--out', '--json'], 'argument-missing', '--out needs DIR'],
    [['--json=yes'], 'argument-unexpected', '"yes"'],
    [['--lang', 'fr'], 'option-value', 'ja | en'],
    [['a', 'b', 'c'], 'argument-unexpected', '"c"'],
  ])('%j is refused with %s', (given, code, told) => {
    expect(() => parse(...given)).toThrow(expect.objectContaining({ code }));
    expect(() => parse(...given)).toThrow(told);
  });
});
