/** What a WebDriver server answers. https://www.w3.org/TR/webdriver2/#dfn-send-a-response */
export interface Reply {
  readonly status: number;
  // The shape is what the tests look at.
  readonly value: Value;
}

export interface WireError {
  readonly error: string;
  readonly message: string;
  readonly stacktrace: string;
}

export type Value = null | string | number | boolean | readonly Value[] | { readonly [name: string]: Value };

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** One request of the protocol, without a client library between. */
export async function send(url: string, method: string, path: string, body?: unknown): Promise<Reply> {
  const answer = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const { value } = (await answer.json()) as { value: Value };
  return { status: answer.status, value };
}

export interface W3cSession extends AsyncDisposable {
  readonly id: string;
  readonly capabilities: { readonly [name: string]: Value };
  /** `get('/source')`: its value. Throws Error `<error>: <message>`. */
  get(path: string): Promise<Value>;
  post(path: string, body?: object): Promise<Value>;
  /** The path of an element: `/element/1.1.5`. */
  find(using: string, value: string, from?: string): Promise<string>;
  count(using: string, value: string): Promise<number>;
  reply(method: string, path: string, body?: unknown): Promise<Reply>;
}

export async function openSession(url: string, capabilities: object): Promise<W3cSession> {
  const alwaysMatch = { platformName: 'Android', 'appium:automationName': 'Handset', ...capabilities };
  const created = valueIn(await send(url, 'POST', '/session', { capabilities: { alwaysMatch, firstMatch: [{}] } }));
  const { sessionId, capabilities: matched } = created as {
    sessionId: string;
    capabilities: W3cSession['capabilities'];
  };
  const reply = (method: string, path: string, body?: unknown): Promise<Reply> =>
    send(url, method, `/session/${sessionId}${path}`, body);
  const post = async (path: string, body: object = {}): Promise<Value> => valueIn(await reply('POST', path, body));
  return {
    id: sessionId,
    capabilities: matched,
    reply,
    post,
    get: async (path) => valueIn(await reply('GET', path)),
    async find(using, value, from = '') {
      const found = await post(`${from}/element`, { using, value });
      return `/element/${(found as Record<string, string>)[elementKey]}`;
    },
    async count(using, value) {
      return ((await post('/elements', { using, value })) as readonly Value[]).length;
    },
    async [Symbol.asyncDispose]() {
      await reply('DELETE', '');
    },
  };
}

/** Throws Error `<error>: <message>`. */
function valueIn({ status, value }: Reply): Value {
  if (status < 400) return value;
  const { error, message } = value as unknown as WireError;
  throw new Error(`${error}: ${message}`);
}
