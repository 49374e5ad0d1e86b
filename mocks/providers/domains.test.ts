import { expect, it } from 'vitest';
import { providerOfAddress } from './domains.ts';
import { profileOf } from './profiles/index.ts';

it.each([
  ['hanako@gmail.com.test', 'gmail'],
  ['hanako@DOCOMO.NE.JP.test', 'docomo'],
  ['"a..b"@docomo.ne.jp.test', 'docomo'],
  ['hanako@ezweb.ne.jp.test', 'au'],
  ['hanako@i.softbank.jp.test', 'softbank'],
  ['hanako@ymobile.ne.jp.test', 'ymobile'],
  ['hanako@yahoo.co.jp.test', 'yahoo-jp'],
  ['hanako@icloud.com.test', 'icloud'],
  ['pupil@mihon-jh.ed.jp.test', 'school-gateway'],
  ['hanako@rakuten.jp.test', 'plain'],
  ['s26001@stu.mihon-u.ac.jp.test', 'm365'],
  ['hanako@notgmail.com.test', undefined],
  ['hanako@example.test', undefined],
  ['hanako@mail.constructor.test', undefined],
])('mail for %s goes to %s', (address, provider) => {
  expect(providerOfAddress(address)).toBe(provider);
  if (provider !== undefined) expect(profileOf(provider)).toBeDefined();
});
