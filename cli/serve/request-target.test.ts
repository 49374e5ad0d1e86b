import { expect, test } from 'vitest';
import { refusalOfTarget } from './request-target.ts';

test.each([
  '/',
  '/docs/',
  '/schools/mihon-university',
  '/a%20b/%E6%97%A5',
  '/.well-known/openid-credential-issuer?x=../..//%2F',
])('%s is plain', (target) => {
  expect(refusalOfTarget(target)).toBeUndefined();
});

test.each([
  '',
  '*',
  'x',
  'http://localhost/docs',
  '//evil.example/',
  '/a//b',
  '/a//',
  '/..',
  '/a/../b',
  '/a/./b',
  '/%2e%2e/b',
  '/.%2E/b',
  '/a%2Fb',
  '/a%5cb',
  '/a\\b',
  '/a%00',
  '/a%0d%0ab',
  '/%',
  '/%c3%28',
])('%s may be read in two ways', (target) => {
  expect(refusalOfTarget(target)?.code).toBe('request-target-invalid');
});

test('what is too long is not looked at', () => {
  expect(refusalOfTarget(`/?${'x'.repeat(8_191)}`)?.code).toBe('request-target-too-long');
  expect(refusalOfTarget(`/?${'x'.repeat(8_190)}`)).toBeUndefined();
});
