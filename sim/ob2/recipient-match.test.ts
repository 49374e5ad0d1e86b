import { expect, test } from 'vitest';
import { isOb2Recipient } from './index.ts';

const digest = 'b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399';

test('a recipient is who was hashed with the salt, spelt the same', () => {
  const recipient = { type: 'email', hashed: true, salt: 'Kosher', identity: `sha256$${digest}` };
  expect(isOb2Recipient({ recipient }, 'a@example.com')).toBe(true);
  expect(isOb2Recipient({ recipient }, 'A@example.com')).toBe(false);
  expect(isOb2Recipient({ recipient: { ...recipient, salt: 'salt' } }, 'a@example.com')).toBe(false);
});

test('a recipient that is not hashed is compared as it stands; of what cannot be told nothing is said', () => {
  expect(isOb2Recipient({ recipient: { hashed: false, identity: 'a@example.com' } }, 'a@example.com')).toBe(true);
  expect(isOb2Recipient({ recipient: { hashed: true, identity: 'sha1$00' } }, 'a@example.com')).toBeUndefined();
  expect(isOb2Recipient({}, 'a@example.com')).toBeUndefined();
});
