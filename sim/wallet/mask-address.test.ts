import { expect, it } from 'vitest';
import { maskAddress } from './mask-address.ts';

it('addresses are masked so that only their owner knows them again', () => {
  expect(maskAddress('hanako@docomo.ne.jp.test')).toBe('h***@docomo.ne.jp.test');
  expect(maskAddress('h@docomo.ne.jp.test')).toBe('h***@docomo.ne.jp.test');
});
