import { expect, it } from 'vitest';
import { forwardTarget, magicAddresses, magicOf } from './magic-address.ts';

it.each([
  ['spam+hanako@docomo.ne.jp.test', 'spam'],
  ['SPAM+hanako@docomo.ne.jp.test', 'spam'],
  ['"full+a..b"@docomo.ne.jp.test', 'full'],
  ['scan+slow+x@gmail.com.test', 'scan'],
  ['spam+@gmail.com.test', undefined],
  ['spam@gmail.com.test', undefined],
  ['hanako+spam@gmail.com.test', undefined],
  ['toString+x@gmail.com.test', undefined],
  ['x@spam+y.test', undefined],
])('%s means %s', (address, word) => {
  expect(magicOf(address)?.word).toBe(word);
});

it('forwards to what stands behind the plus', () => {
  expect(forwardTarget('forward+hanako@gmail.com.test')).toBe('hanako@gmail.com.test');
  expect(forwardTarget('"Forward+a..b"@docomo.ne.jp.test')).toBe('"a..b"@docomo.ne.jp.test');
});

it('has a sentence in both languages for each word', () => {
  for (const { sentence } of magicAddresses)
    expect(Object.values(sentence).every((text) => text.length > 5)).toBe(true);
});
