import { expect, it } from 'vitest';
import { addressKey } from './address.ts';

it('addresses are one in any letter case, with blanks around it, and with the quotes that dots may need', () => {
  expect(addressKey(' Hanako@Docomo.ne.jp.test ')).toBe('hanako@docomo.ne.jp.test');
  expect(addressKey('"a..b."@docomo.ne.jp.test')).toBe('a..b.@docomo.ne.jp.test');
  expect(addressKey('nothing')).toBe('nothing');
});
