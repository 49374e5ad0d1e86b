import { expect, it } from 'vitest';
import { refusalOfForeign } from './own-site.ts';

const page = 'https://evil.example';

it.each([
  ['GET', { host: '127.0.0.1:8025' }, undefined],
  ['GET', { host: 'localhost' }, undefined],
  ['GET', { host: '[::1]:8025' }, undefined],
  ['GET', {}, undefined],
  ['GET', { host: 'evil.example:8025' }, 'host-foreign'],
  ['GET', { host: '127.0.0.1.evil.example' }, 'host-foreign'],
  ['GET', { host: 'localhost@evil.example' }, 'host-foreign'],
  ['GET', { host: '' }, 'host-foreign'],
  ['GET', { host: '127.0.0.1', origin: page }, undefined],
  ['POST', { host: '127.0.0.1', origin: page }, 'page-foreign'],
  ['DELETE', { host: '127.0.0.1', origin: 'null' }, 'page-foreign'],
  ['POST', { host: '127.0.0.1', origin: 'http://localhost:3000' }, undefined],
  ['POST', { host: '127.0.0.1' }, undefined],
  ['GET', { host: '127.0.0.1', origin: page, upgrade: 'websocket' }, 'page-foreign'],
] as const)('%s with %o is refused as %s', (method, headers, code) => {
  expect(refusalOfForeign({ method, headers })?.code).toBe(code);
});

it('lets the origin pass that the operator names, and no other', () => {
  const request = { method: 'POST', headers: { host: '127.0.0.1', origin: page } };
  expect(refusalOfForeign(request, page)).toBeUndefined();
  expect(refusalOfForeign(request, '*')).toBeUndefined();
  expect(refusalOfForeign(request, 'https://other.example')?.code).toBe('page-foreign');
  expect(refusalOfForeign({ ...request, headers: { host: 'x.example', origin: page } }, '*')?.code).toBe(
    'host-foreign',
  );
});
