import { describe, expect, test } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

const commands = ['run', 'list', 'explain', 'replay', 'report', 'doctor', 'help', 'version'];

describe('did you mean', () => {
  test.each([
    ['rnu', 'run'],
    ['lsit', 'list'],
    ['Explian', 'explain'],
    ['repor', 'report'],
    ['docter', 'doctor'],
  ])('%s is near %s', (given, meant) => {
    expect(didYouMean(given, commands).split(', ')[0]).toBe(meant);
  });

  test('names several that are equally near', () => {
    expect(didYouMean('S-2.2-0', ['S-2.2-01', 'S-2.2-02', 'S-4.1-01'])).toBe('S-2.2-01, S-2.2-02');
  });

  test.each(['qqqqqqqq', 'ドコモ', ''])('names nothing when nothing is near: %j', (given) => {
    expect(didYouMean(given, commands)).toBe('');
  });

  test('stays quick and quiet on hostile input', () => {
    expect(didYouMean('x'.repeat(1_000_000), commands)).toBe('');
    expect(didYouMean('run', [])).toBe('');
  });
});
