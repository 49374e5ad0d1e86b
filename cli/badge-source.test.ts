import { describe, expect, it } from 'vitest';
import { badgeBytes } from './badge-source.ts';

const terminal = {
  folder: import.meta.dirname,
  environment: {},
  hasColour: false,
  read: async (bytesMax: number) => Buffer.alloc(bytesMax + 1),
  write: () => undefined,
  complain: () => undefined,
};

describe('where a badge comes from', () => {
  it('is a URL whose host was named, when it answers with 200', async () => {
    const answer = (status: number) => async () => ({
      status,
      headers: {},
      body: Buffer.from('a.b.c'),
      json: () => undefined as never,
    });
    expect(await badgeBytes('https://issuer.example/1', terminal, answer(200))).toEqual(Buffer.from('a.b.c'));
    await expect(badgeBytes('https://issuer.example/1', terminal, answer(404))).rejects.toMatchObject({
      code: 'badge-url-refused',
      parameters: { host: 'issuer.example', status: 404 },
    });
  });

  it('is no more of standard input than a badge may have', async () => {
    await expect(badgeBytes('-', terminal, undefined)).rejects.toMatchObject({ code: 'badge-too-large' });
  });
});
