import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { type MailhogUnderTest, mailhogUnderTest } from './mail-fixture.ts';

interface Message {
  readonly ID: string;
  readonly Content: { readonly Headers: { readonly [name: string]: readonly string[] } };
}

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
  json(): { readonly items: readonly Message[]; readonly total: number };
}

async function ask(under: MailhogUnderTest, path: string, method = 'GET', body?: string): Promise<Answer> {
  const response = await fetch(under.api + path, { method, ...(body !== undefined && { body }) });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type'), text, json: () => JSON.parse(text) };
}

async function filled(count: number): Promise<MailhogUnderTest> {
  const under = await mailhogUnderTest();
  for (let n = 1; n <= count; n += 1) await under.send({ subject: `mail ${n}`, text: `body ${n}` });
  return under;
}

const firstId = async (under: MailhogUnderTest): Promise<string> =>
  String((await ask(under, '/v2/messages')).json().items[0]?.ID);

describe('API v2', () => {
  it.each([
    ['', 3, 0, ['3', '2', '1']],
    ['?start=1', 3, 1, ['2', '1']],
    ['?start=1&limit=1', 3, 1, ['2']],
    ['?limit=0', 3, 0, ['3', '2', '1']],
    ['?limit=-1&start=-1', 3, 0, ['3', '2', '1']],
    ['?limit=x&start=x', 3, 0, ['3', '2', '1']],
    ['?start=3', 3, 3, ['1']],
    ['?start=4', 3, 4, []],
    ['?start=1&start=2', 3, 1, ['2', '1']],
  ])('lists with %j', async (query, total, start, subjects) => {
    await using under = await filled(3);
    const { status, type, json } = await ask(under, `/v2/messages${query}`);
    expect({ status, type }).toEqual({ status: 200, type: 'text/json' });
    expect(json()).toMatchObject({ total, count: subjects.length, start });
    expect(json().items.map(({ Content }) => Content.Headers.Subject)).toEqual(subjects.map((n) => [`mail ${n}`]));
    expect(Object.keys(json())).toEqual(['total', 'count', 'start', 'items']);
  });

  it('answers an empty list', async () => {
    await using under = await filled(0);
    expect((await ask(under, '/v2/messages')).text).toBe('{"total":0,"count":0,"start":0,"items":[]}');
    expect((await ask(under, '/v2/messages?start=1')).text).toBe('{"total":0,"count":0,"start":1,"items":[]}');
    expect((await ask(under, '/v1/messages')).text).toBe('[]');
  });

  it.each([
    ['?kind=to&query=HANAKO@', 200, 3, 3],
    ['?kind=from&query=taro@b.test', 200, 3, 3],
    ['?kind=containing&query=BODY%202', 200, 1, 1],
    ['?kind=containing&query=mail%203', 200, 1, 1],
    ['?kind=containing&query=by%20mailhog.example', 200, 3, 3],
    ['?kind=containing&query=nowhere', 200, 0, 0],
    ['?kind=to&query=hanako&start=1&limit=1', 200, 3, 1],
    ['?kind=to&query=hanako&start=3', 200, 3, 1],
    ['?kind=to&query=hanako&start=4', 200, 0, 0],
    ['?kind=subject&query=x', 400],
    ['?query=x', 400],
    ['?kind=to', 400],
    ['?kind=to&query=', 400],
  ])('searches with %s', async (query, status, total?: number, count?: number) => {
    await using under = await filled(3);
    const answer = await ask(under, `/v2/search${query}`);
    expect(answer.status).toBe(status);
    if (status === 400) return expect(answer).toMatchObject({ text: '', type: null });
    expect(answer.type).toBe('application/json');
    expect(answer.json()).toMatchObject({ total, count });
  });

  it('invites Jim, tells him anew and sends him away', async () => {
    await using under = await filled(0);
    const calls: unknown[] = [];
    const call = async (method: string, body?: string) =>
      calls.push((await ask(under, '/v2/jim', method, body)).status);
    const jim = async () => (await ask(under, '/v2/jim')).json();
    for (const method of ['GET', 'PUT', 'DELETE']) await call(method);
    await call('POST');
    await call('POST');
    expect(calls).toEqual([404, 404, 404, 201, 400]);
    const invited = {
      DisconnectChance: 0.005,
      AcceptChance: 0.99,
      LinkSpeedAffect: 0.1,
      LinkSpeedMin: 1024,
      LinkSpeedMax: 10240,
      RejectSenderChance: 0.05,
      RejectRecipientChance: 0.05,
      RejectAuthChance: 0.05,
    };
    expect(await jim()).toEqual(invited);
    calls.length = 0;
    await call('PUT', '{"acceptchance":0.5}');
    const nothing = Object.fromEntries(Object.keys(invited).map((name) => [name, 0]));
    expect(await jim()).toEqual({ ...nothing, AcceptChance: 0.5 });
    for (const body of ['{', '{"AcceptChance":"1"}', '[]', '"x"']) await call('PUT', body);
    await call('DELETE');
    await call('DELETE');
    await call('POST', '{');
    expect(calls).toEqual([200, 400, 400, 400, 400, 200, 404, 201]);
    // What he was told last is what he is invited as.
    expect(await jim()).toEqual({ ...nothing, AcceptChance: 0.5 });
  });

  it('keeps the servers that a release saved', async () => {
    await using under = await filled(1);
    expect((await ask(under, '/v2/outgoing-smtp')).text).toBe('{}');
    const server = { Host: '127.0.0.1', Port: String(under.smtpPort), Email: 'jiro@app.test' };
    const release = async (order: object | string) => {
      const body = typeof order === 'string' ? order : JSON.stringify(order);
      return ask(under, `/v1/messages/${encodeURIComponent(await firstId(under))}/release`, 'POST', body);
    };
    const saved = { ...server, Name: 'here', Save: true, Username: '', Password: '', Mechanism: '' };
    expect((await release(saved)).status).toBe(200);
    expect((await ask(under, '/v2/outgoing-smtp')).json()).toEqual({ here: saved });
    expect((await release(saved)).status).toBe(400);
    expect((await release({ name: 'here', email: 'saburo@app.test' })).status).toBe(200);
    expect((await release({ name: 'nowhere' })).status).toBe(400);
    expect(await release('{')).toMatchObject({ status: 500, text: 'Error decoding request body' });
  });
});

describe('a page', () => {
  it('has 50 messages when nobody says, 250 at most, and 1000 in API v1', async () => {
    await using under = await mailhogUnderTest();
    const sender = createTransport({ host: '127.0.0.1', port: under.smtpPort, ignoreTLS: true, pool: true });
    const raw = 'Subject: <a&b>\r\n\r\n</script>\r\n';
    for (let n = 0; n < 1_001; n += 1)
      await sender.sendMail({ envelope: { from: 'a@b.test', to: ['c@app.test'] }, raw });
    sender.close();
    const counted = async (path: string) => (await ask(under, path)).json();
    for (const [query, count] of [
      ['', 50],
      ['?limit=250', 250],
      ['?limit=251', 250],
      ['?limit=1000&start=900', 101],
    ] as const) {
      expect(await counted(`/v2/messages${query}`)).toMatchObject({ total: 1_001, count });
      expect(await counted(`/v2/search?kind=to&query=c@${query.replace('?', '&')}`)).toMatchObject({
        total: 1_001,
        count,
      });
    }
    const all = await ask(under, '/v1/messages');
    expect(all.type).toBe('text/json');
    expect(JSON.parse(all.text)).toHaveLength(1_000);
    // As Go writes what could end a script.
    expect(all.text).toContain('"Subject":["\\u003ca\\u0026b\\u003e"]');
    expect(all.text).toContain('"Body":"\\u003c/script\\u003e"');
    expect(all.text).not.toMatch(/[<>&]/);
  });
});

describe('API v1', () => {
  it('gives one message, or null', async () => {
    await using under = await filled(1);
    const id = await firstId(under);
    const list = await ask(under, '/v1/messages');
    expect(list.type).toBe('text/json');
    expect(await ask(under, `/v1/messages/${id}`)).toMatchObject({
      status: 200,
      type: 'text/json',
      text: list.text.slice(1, -1),
    });
    expect(await ask(under, '/v1/messages/unknown@mailhog.example')).toMatchObject({ status: 200, text: 'null' });
    const forged = id.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    expect(await ask(under, `/v1/messages/${forged}`)).toMatchObject({ status: 200, text: 'null' });
  });

  it('downloads a message with its trace', async () => {
    await using under = await filled(1);
    const id = await firstId(under);
    const response = await fetch(`${under.api}/v1/messages/${id}/download`);
    expect(response.headers.get('content-type')).toBe('message/rfc822');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${id}.eml"`);
    const text = await response.text();
    expect(text).toMatch(/\r\n\r\nbody 1$/);
    expect(text).toContain(`Received: from client.test by mailhog.example (MailHog)\r\n          id ${id}; `);
  });

  it('downloads a part, decoded from base64, counting the preamble', async () => {
    await using under = await filled(0);
    const raw = [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      'preamble',
      '--b',
      'Content-Type: text/html',
      'Content-Disposition: attachment; filename=a.html',
      'Content-Length: 3',
      'Bad Name: x',
      'content-transfer-encoding: BASE64',
      '',
      '5pel',
      '5pys',
      '--b--',
      '',
    ].join('\r\n');
    await under.send({ raw, envelope: { from: '', to: ['a@app.test'] } });
    const at = `${under.api}/v1/messages/${await firstId(under)}/mime/part`;
    const response = await fetch(`${at}/1/download`);
    expect(await response.text()).toBe('日本');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html',
      'content-disposition': 'attachment; filename=a.html',
      'content-security-policy': 'sandbox',
    });
    expect(await (await fetch(`${at}/0/download`)).text()).toBe('preamble');
    expect(await (await fetch(`${at}/x/download`)).text()).toBe('preamble');
    expect((await fetch(`${at}/9/download`)).status).toBe(404);
  });

  it('deletes one and all, from wherever they lie', async () => {
    await using under = await filled(3);
    const id = await firstId(under);
    expect(await ask(under, `/v1/messages/${id}`, 'DELETE')).toMatchObject({
      status: 200,
      type: 'text/json',
      text: '',
    });
    expect(await ask(under, `/v1/messages/${id}`, 'DELETE')).toMatchObject({ status: 500, text: '' });
    expect(await ask(under, '/v1/messages', 'DELETE')).toMatchObject({ status: 200, type: 'text/json', text: '' });
    expect(await ask(under, '/v1/messages', 'DELETE')).toMatchObject({ status: 200 });
    expect((await ask(under, '/v2/messages')).json().total).toBe(0);
  });

  it.each([
    ['GET', '/v1/nothing'],
    ['GET', '/v3/messages'],
    ['GET', '/v2/messages/x'],
    ['POST', '/v1/messages'],
    ['HEAD', '/v2/messages'],
    ['GET', '/v1/messages/x/download'],
    ['GET', '/v1/Messages'],
    ['GET', '/v1/messages/'],
  ])('has nothing at %s %s', async (method, path) => {
    await using under = await filled(0);
    const { status, text, type } = await ask(under, path, method);
    expect({ status, type }).toEqual({ status: 404, type: 'text/plain; charset=utf-8' });
    if (method !== 'HEAD') expect(text).toBe('404 page not found\n');
  });

  it('speaks of other origins only when one is named', async () => {
    await using closed = await mailhogUnderTest();
    await using open = await mailhogUnderTest({ corsOrigin: 'http://app.test' });
    for (const path of ['/v1/messages', '/v2/messages', '/v2/jim']) {
      const silent = await fetch(closed.api + path, { method: 'OPTIONS' });
      expect([silent.status, silent.headers.get('access-control-allow-origin')]).toEqual([200, null]);
      const { headers } = await fetch(open.api + path, { method: 'OPTIONS' });
      expect(headers.get('access-control-allow-origin')).toBe('http://app.test');
      expect(headers.get('access-control-allow-methods')).toMatch(/^OPTIONS,GET,/);
    }
  });
});

describe('the live feeds', () => {
  it('send each message as server-sent event, every line of its JSON with its own prefix', async () => {
    await using under = await mailhogUnderTest();
    const response = await fetch(`${under.api}/v1/events`);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await under.send({ subject: 'one', text: 'x' });
    await under.send({ subject: 'two', text: 'x' });
    let text = '';
    while (text.split('\n\n').length < 3) text += (await reader?.read())?.value ?? '';
    const [first = '', second = ''] = text.split('\n\n');
    expect(first.split('\n').every((line) => line.startsWith('data: '))).toBe(true);
    expect(first.split('\n')[1]).toMatch(/^data: {3}"ID": "/);
    const subjects = [first, second].map((event) => JSON.parse(event.replace(/^data: /gm, '')).Content.Headers.Subject);
    expect(subjects).toEqual([['one'], ['two']]);
    await reader?.cancel();
  });

  it('send each message by WebSocket, small and large, and what the simulation itself delivers', async () => {
    await using under = await mailhogUnderTest();
    const socket = new WebSocket(`${under.api.replace('http', 'ws')}/v2/websocket`);
    const messages: string[] = [];
    let wake = (): void => undefined;
    socket.onmessage = ({ data }) => {
      messages.push(String(data));
      wake();
    };
    await new Promise((resolve) => (socket.onopen = resolve));
    for (const [index, size] of [1, 1_000, 70_000].entries()) {
      await under.send({ subject: `size ${size}`, text: 'x'.repeat(size) });
      while (messages.length <= index) await new Promise<void>((resolve) => (wake = resolve));
    }
    expect(messages.map((text) => JSON.parse(text).Content.Headers.Subject[0])).toEqual([
      'size 1',
      'size 1000',
      'size 70000',
    ]);
    expect(messages[0]?.endsWith('}\n')).toBe(true);
    const closed = new Promise<CloseEvent>((resolve) => (socket.onclose = resolve));
    socket.send('too much');
    expect((await closed).code).toBe(1009);
  });

  it('are closed with the server', async () => {
    const under = await mailhogUnderTest();
    const socket = new WebSocket(`${under.api.replace('http', 'ws')}/v2/websocket`);
    await new Promise((resolve) => (socket.onopen = resolve));
    const closed = new Promise((resolve) => (socket.onclose = resolve));
    await under[Symbol.asyncDispose]();
    await closed;
  });

  it('upgrade nothing else', async () => {
    await using under = await mailhogUnderTest();
    for (const path of ['/v2/elsewhere', '/v1/events']) {
      const socket = new WebSocket(`${under.api.replace('http', 'ws')}${path}`);
      await new Promise((resolve) => (socket.onerror = resolve));
      expect(socket.readyState).not.toBe(WebSocket.OPEN);
    }
    expect(await ask(under, '/v2/websocket')).toMatchObject({ status: 400, text: 'Bad Request\n' });
  });
});
