import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type MailhogUnderTest, mailhogUnderTest } from './mail-fixture.ts';

const run = promisify(execFile);

/** Whether a program of Debian's packages is here. */
const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
);

interface Item {
  readonly ID: string;
  readonly From: { readonly Mailbox: string; readonly Domain: string };
  readonly To: readonly { readonly Mailbox: string; readonly Domain: string }[];
  readonly Content: { readonly Headers: { readonly [name: string]: readonly string[] }; readonly Body: string };
  readonly MIME: { readonly Parts: readonly { readonly MIME: Item['MIME']; readonly Body: string }[] } | null;
  readonly Raw: { readonly From: string; readonly To: readonly string[] };
}

interface List {
  readonly total: number;
  readonly count: number;
  readonly items: readonly Item[];
}

/** As cypress-mailhog asks: plain requests, and the status alone for Jim. */
function cypress(under: MailhogUnderTest) {
  const request = async (path: string, method = 'GET'): Promise<Response> => fetch(under.api + path, { method });
  return {
    mhGetAllMails: async (limit = 50) => (await (await request(`/v2/messages?limit=${limit}`)).json()) as List,
    mhSearchMails: async (kind: string, query: string, limit = 50) =>
      (await (
        await request(`/v2/search?kind=${kind}&query=${encodeURIComponent(query)}&limit=${limit}`)
      ).json()) as List,
    mhDeleteAll: async () => (await request('/v1/messages', 'DELETE')).status,
    jim: async (method: string) => (await request('/v2/jim', method)).status,
  };
}

describe('calls as cypress-mailhog makes them', () => {
  it('read subject, sender and recipients where it looks for them', async () => {
    await using under = await mailhogUnderTest();
    const mh = cypress(under);
    await under.send({ subject: 'one', text: 'first' });
    await under.send({ subject: 'two', text: 'second', to: ['hanako@app.test', 'jiro@app.test'], from: 'x@y.test' });
    const { items } = await mh.mhGetAllMails();
    expect(items.map(({ Content }) => Content.Headers.Subject?.[0])).toEqual(['two', 'one']);
    expect(items.map(({ Raw }) => Raw.From)).toEqual(['x@y.test', 'taro@b.test']);
    expect(items[0]?.To.map(({ Mailbox, Domain }) => `${Mailbox}@${Domain}`)).toEqual([
      'hanako@app.test',
      'jiro@app.test',
    ]);
    expect(items[0]?.From).toMatchObject({ Mailbox: 'x', Domain: 'y.test' });
    expect((await mh.mhGetAllMails(1)).items).toHaveLength(1);
    expect(items.filter(({ Content }) => Content.Body.includes('first'))).toHaveLength(1);
  });

  it('search, and delete everything', async () => {
    await using under = await mailhogUnderTest();
    const mh = cypress(under);
    for (const subject of ['one', 'two']) await under.send({ subject, text: `text of ${subject}` });
    expect(await mh.mhSearchMails('containing', 'text of one')).toMatchObject({ total: 1, count: 1 });
    expect(await mh.mhSearchMails('to', 'hanako@app.test', 1)).toMatchObject({ total: 2, count: 1 });
    expect(await mh.mhSearchMails('from', 'nobody')).toMatchObject({ total: 0, count: 0, items: [] });
    expect(await mh.mhDeleteAll()).toBe(200);
    expect((await mh.mhGetAllMails()).items).toEqual([]);
  });

  it('see by the status whether Jim is there', async () => {
    await using under = await mailhogUnderTest();
    const { jim } = cypress(under);
    const statuses: number[] = [];
    for (const method of ['GET', 'POST', 'GET', 'DELETE', 'GET']) statuses.push(await jim(method));
    expect(statuses).toEqual([404, 201, 200, 200, 404]);
  });
});

describe('calls as the clients of PHP make them', () => {
  it('page by start and limit, and find parts inside of parts', async () => {
    await using under = await mailhogUnderTest();
    await under.send({
      subject: 'one',
      text: 'plain',
      html: '<p>x</p>',
      attachments: [{ content: 'y', filename: 'y' }],
    });
    const { items } = (await (await fetch(`${under.api}/v2/messages?limit=1&start=0`)).json()) as List;
    const outer = items[0]?.MIME?.Parts ?? [];
    const inner = outer.flatMap((part) => part.MIME?.Parts ?? []);
    expect(inner.map(({ Body }) => Body)).toEqual(['plain', '<p>x</p>', '--']);
    const one = `${under.api}/v1/messages/${encodeURIComponent(items[0]?.ID ?? '')}`;
    expect(((await (await fetch(one)).json()) as Item).ID).toBe(items[0]?.ID);
    expect((await fetch(one, { method: 'DELETE' })).status).toBe(200);
    expect(await (await fetch(one)).json()).toBeNull();
  });
});

describe.skipIf(!hasCurl)('curl (skipped where it is not installed)', () => {
  const curl = async (...words: readonly string[]): Promise<string> => (await run('curl', ['-sS', ...words])).stdout;
  const status = ['-o', '/dev/null', '-w', '%{http_code} %{content_type}'];

  it('does the round of MailHog’s API', async () => {
    await using under = await mailhogUnderTest();
    await under.send({ subject: 'one', text: 'x' });
    const list = JSON.parse(await curl(`${under.api}/v2/messages`)) as List;
    const id = list.items[0]?.ID ?? '';
    expect(await curl(...status, `${under.api}/v2/messages`)).toBe('200 text/json');
    expect(await curl(...status, `${under.api}/v2/search?kind=to&query=hanako`)).toBe('200 application/json');
    expect(await curl(`${under.api}/v1/messages/${id}/download`)).toContain('Subject: one\r\n');
    const order = JSON.stringify({ Host: '127.0.0.1', Port: String(under.smtpPort), Email: 'jiro@app.test' });
    expect(await curl(...status, '-d', order, `${under.api}/v1/messages/${id}/release`)).toBe('200 text/json');
    expect(await curl(...status, '-X', 'POST', `${under.api}/v2/jim`)).toMatch(/^201/);
    expect(await curl(...status, '-X', 'DELETE', `${under.api}/v1/messages/${id}`)).toBe('200 text/json');
    expect(await curl(...status, `${under.api}/v2/nowhere`)).toBe('404 text/plain; charset=utf-8');
  });

  it('does the round of Mailpit’s API', async () => {
    await using under = await mailhogUnderTest();
    await under.send({ subject: 'one', text: 'x' });
    const api = `${under.mailpit}/api/v1`;
    expect(JSON.parse(await curl(`${api}/messages?limit=1`))).toMatchObject({
      total: 1,
      messages: [{ Subject: 'one' }],
    });
    expect(await curl(`${api}/message/latest/raw`)).toContain('Subject: one\r\n');
    expect(await curl('-X', 'PUT', '-d', '{"Read":true}', `${api}/messages`)).toBe('ok');
    expect(JSON.parse(await curl(`${api}/search?query=is:read`))).toMatchObject({ messages_count: 1 });
    expect(await curl('-X', 'DELETE', `${api}/messages`)).toBe('ok');
    expect(await curl(...status, `${api}/message/latest`)).toMatch(/^404/);
  });
});
