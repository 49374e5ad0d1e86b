import { describe, expect, it } from 'vitest';
import { addressKey, maskAddress } from './address-key.ts';

describe('addresses', () => {
  it('are one address in any letter case, with blanks around it, and with the quotes that dots may need', () => {
    expect(addressKey(' Hanako@Docomo.ne.jp.test ')).toBe('hanako@docomo.ne.jp.test');
    expect(addressKey('"a..b."@docomo.ne.jp.test')).toBe('a..b.@docomo.ne.jp.test');
    expect(addressKey('nothing')).toBe('nothing');
  });

  it('are masked so that only their owner knows them again', () => {
    expect(maskAddress('hanako@docomo.ne.jp.test')).toBe('h***@docomo.ne.jp.test');
    expect(maskAddress('h@docomo.ne.jp.test')).toBe('h***@docomo.ne.jp.test');
  });
});
