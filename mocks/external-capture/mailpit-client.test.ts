import { MailpitClient } from 'mailpit-api';
import { describe, expect, it } from 'vitest';
import { createEgress } from '#sim/egress';
import { mailpitClient } from './mailpit-client.ts';

const methods = Object.getOwnPropertyNames(MailpitClient.prototype).filter(
  (name) => name !== 'constructor' && name !== 'request',
);

describe('the client of Mailpit over an egress', () => {
  it('has methods', () => {
    expect(methods).toContain('listMessages');
  });

  it.each(methods)('goes nowhere by itself: %s', async (name) => {
    const client = mailpitClient('http://127.0.0.1:9', createEgress({ hosts: [] }));
    const call = client[name as 'getInfo'] as (...given: readonly unknown[]) => Promise<unknown>;
    await expect(call.call(client, { query: 'x' })).rejects.toMatchObject({ code: 'egress-not-named' });
  });
});
