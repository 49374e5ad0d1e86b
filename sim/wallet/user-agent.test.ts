import { describe, expect, it } from 'vitest';
import { deviceForm, requirePhone } from './user-agent.ts';

const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';

describe('deviceForm', () => {
  it.each([
    [
      'phone',
      `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${safari} Version/17.5 Mobile/15E148 Safari/604.1`,
    ],
    ['phone', `Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) ${safari} Mobile/15E148`],
    ['phone', `Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`],
    ['phone', 'Mozilla/5.0 (Android 13; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0'],
    [
      'phone',
      `Mozilla/5.0 (Linux; Android 14; SO-51D Build/67; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36`,
    ],
    ['tablet', `Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) ${safari} Version/12.1 Mobile/15E148 Safari/604.1`],
    ['tablet', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari} Mobile/15E148`],
    ['tablet', `Mozilla/5.0 (Linux; Android 13; SM-X700) ${chrome} Safari/537.36`],
    ['tablet', 'Mozilla/5.0 (Android 13; Tablet; rv:142.0) Gecko/142.0 Firefox/142.0'],
    ['desktop', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari} Version/17.5 Safari/605.1.15`],
    ['desktop', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/140.0.0.0`],
    ['desktop', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome} Safari/537.36`],
    ['desktop', `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36`],
    ['desktop', 'curl/8.5.0'],
    ['desktop', ''],
  ])('is a %s: %s', (form, userAgent) => {
    expect(deviceForm(userAgent)).toBe(form);
    if (form === 'phone') expect(() => requirePhone(userAgent)).not.toThrow();
    else expect(() => requirePhone(userAgent)).toThrow(expect.objectContaining({ code: 'smartphone-required' }));
  });
});
