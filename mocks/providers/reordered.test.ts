import { expect, it } from 'vitest';
import { orderOf, play, service } from './decision-table.ts';
import { profileOf } from './profiles/index.ts';
import { reordered } from './reordered.ts';

const address = 'hanako@softbank.ne.jp.test';

function softbank() {
  const profile = profileOf('softbank');
  if (profile === undefined) throw new TypeError('softbank');
  return profile;
}

it('conditions trade the places that they had, and nothing else moves', () => {
  const before = orderOf(softbank());
  const after = orderOf(reordered(softbank(), ['allowed-sender', 'spoofed']));
  expect(after.indexOf('allowed-sender')).toBe(before.indexOf('spoofed'));
  expect(after.indexOf('spoofed')).toBe(before.indexOf('allowed-sender'));
  expect(after.toSorted()).toEqual(before.toSorted());
  expect(orderOf(reordered(softbank()))).toEqual(before);
});

it('another order decides otherwise, and says that it is an assumption', () => {
  const given = { headerSpf: 'fail', settings: { allowedSenders: [service] } } as const;
  const other = reordered(softbank(), ['allowed-sender', 'spoofed']);
  expect(play(softbank(), address, given).outcome).toBe('dropped');
  expect(play(other, address, given).outcome).toBe('delivered');
  expect(other.orderSource).toMatch(/^assumption/);
});

it.each([[['spoofed', 'no-such-rule']], [['otherwise']], [['spoofed', 'spoofed']]])('refuses %j', (conditions) => {
  expect(() => reordered(softbank(), conditions)).toThrow(expect.objectContaining({ code: 'mailbox-setting-invalid' }));
});
