import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An error of WebDriver. */
export class W3cError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 404) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export interface SeenCommand {
  readonly method: string;
  /** Behind the session: `/element`. */
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** What a command is answered with; undefined stands for null. Throws W3cError. */
export type Answers = (command: SeenCommand) => unknown;

export interface W3cServer extends AsyncDisposable {
  readonly port: number;
  readonly seen: SeenCommand[];
}

/** A WebDriver server without a device: sessions stand, and everything else is answered as the test says. */
export async function startW3cServer(answers: Answers): Promise<W3cServer> {
  const seen: SeenCommand[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const path = (request.url ?? '').replace(/^.*\/session\/s1/, '');
    const command: SeenCommand = {
      method: request.method ?? '',
      path,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
      headers: request.headers,
    };
    seen.push(command);
    const reply = (status: number, value: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ value: value ?? null }));
    };
    try {
      if (path.endsWith('/session')) {
        answers(command);
        const { capabilities } = command.body as { capabilities: { alwaysMatch: object } };
        reply(200, { sessionId: 's1', capabilities: capabilities.alwaysMatch });
      } else if (path === '' && request.method === 'DELETE') reply(200, null);
      // What WebdriverIO asks for at the start of a session.
      else if (path === '/context' || path === '/window') reply(200, 'WEBVIEW_1');
      else reply(200, answers(command));
    } catch (error) {
      if (!(error instanceof W3cError)) throw error;
      reply(error.status, { error: error.code, message: error.message, stacktrace: '' });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
