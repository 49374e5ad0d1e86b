import { expect, it } from 'vitest';
import { isSecureUrl } from './secure-url.ts';

it.each(['https://issuer.example', 'https://issuer.example/keys#k', 'http://localhost:8081/schools/x'])(
  'believes %s',
  (url) => {
    expect(isSecureUrl(url)).toBe(true);
  },
);

it.each([
  'http://issuer.example/',
  'http://localhost.evil.example:80/',
  'http://localhost:80@evil.example/',
  'http://localhost:99999/',
  'http://127.0.0.1:8081/',
  'ftp://localhost:21/',
  'https://',
  '',
])('believes nothing at %s', (url) => {
  expect(isSecureUrl(url)).toBe(false);
});
