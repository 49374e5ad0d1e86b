import { once } from 'node:events';
import { Agent, createServer, request as httpRequest, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiAnswer } from './api-answer.ts';
import type { ApiRequest } from './api-request.ts';

/** One loopback port behind which one application after the other answers. */
export interface ApiServer extends AsyncDisposable {
  readonly port: number;
  send(application: RequestListener, request: ApiRequest): Promise<ApiAnswer>;
}

const answerWithinMs = 20_000;

export async function startApiServer(): Promise<ApiServer> {
  let application: RequestListener = (_request, response) => response.end();
  const server = createServer((incoming, outgoing) => application(incoming, outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    port,
    async send(given, asked) {
      application = given;
      return await exchange(agent, port, asked);
    },
    async [Symbol.asyncDispose]() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function exchange(agent: Agent, port: number, { method, path, headers, body }: ApiRequest): Promise<ApiAnswer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(body.length) };
    const outgoing = httpRequest({ agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...length } });
    outgoing.setTimeout(answerWithinMs, () => outgoing.destroy(new Error(`no answer in ${answerWithinMs} ms`)));
    let isAnswered = false;
    // A server that has said 413 need not read on.
    outgoing.on('error', (error) => {
      if (!isAnswered) reject(error);
    });
    outgoing.on('response', (incoming) => {
      isAnswered = true;
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const received = incoming.headers as Record<string, string | undefined>;
        resolve({ status: incoming.statusCode ?? 0, headers: received, body: Buffer.concat(chunks) });
      });
    });
    outgoing.end(body);
  });
}
