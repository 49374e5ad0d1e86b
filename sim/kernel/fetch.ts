/** A request as a client makes it; the body is text or bytes. */
export interface Request {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Its `Set-Cookie` fields one by one: they cannot be folded into one (https://www.rfc-editor.org/rfc/rfc6265#section-3). */
  readonly cookies?: readonly string[];
  readonly body: Buffer;
  /** The body as JSON; undefined when it is empty. Throws SyntaxError when it is something else. */
  json<Body>(): Body;
}

/** How the parts of the system reach each other over HTTP, whatever carries it. `url` is absolute. */
export type Fetch = (url: string, request?: Request) => Promise<Response>;
