import { type MailhogMessage, writtenOut } from './mailhog-message.ts';
import type { OutgoingMessage, SendOut } from './send-out.ts';

/** An SMTP server that messages are let out to, as MailHog names its fields. */
export interface OutgoingSmtp {
  readonly Name: string;
  readonly Save: boolean;
  readonly Email: string;
  readonly Host: string;
  readonly Port: string;
  readonly Username: string;
  readonly Password: string;
  readonly Mechanism: string;
}

export interface Release {
  /** Those that were saved under a name, as long as the server runs: they are no part of the world. */
  readonly servers: ReadonlyMap<string, OutgoingSmtp>;
  /** `body` is what a client of API v1 posts. */
  send(body: string, message: MailhogMessage): Promise<{ readonly status: number; readonly body?: string }>;
}

const empty: OutgoingSmtp = {
  Name: '',
  Save: false,
  Email: '',
  Host: '',
  Port: '',
  Username: '',
  Password: '',
  Mechanism: '',
};

/** A message that goes to a host which nobody named fares as with one that cannot be reached. */
export function createRelease(options: { readonly hostname: string; readonly sendOut: SendOut }): Release {
  const servers = new Map<string, OutgoingSmtp>();
  return {
    servers,
    async send(body, message) {
      const asked = readOrder(body);
      if (asked === undefined) return { status: 500, body: 'Error decoding request body' };
      if (asked.Save) {
        if (servers.has(asked.Name)) return { status: 400 };
        servers.set(asked.Name, asked);
      }
      const saved = servers.get(asked.Name);
      if (asked.Name !== '' && saved === undefined) return { status: 400 };
      const order = asked.Name === '' || saved === undefined ? asked : { ...saved, Email: asked.Email || saved.Email };
      const login = loginOf(order);
      if (login === 'unknown') return { status: 400 };
      const port = Number(order.Port);
      if (!Number.isInteger(port) || port < 1 || port > 65_535) return { status: 500 };
      return options
        .sendOut({
          host: order.Host,
          port,
          ...(login !== undefined && { login }),
          reversePath: `nobody@${options.hostname}`,
          forwardPath: order.Email,
          data: writtenOut(message.content),
        })
        .then(
          () => ({ status: 200 }),
          () => ({ status: 500 }),
        );
    },
  };
}

/** MailHog's own spelling; the documented CRAM-MD5 is unknown to it. */
function loginOf({ Username, Password, Mechanism }: OutgoingSmtp): OutgoingMessage['login'] | 'unknown' {
  if (Username === '' && Password === '') return undefined;
  const login = { username: Username, password: Password };
  if (Mechanism === 'CRAMMD5') return { ...login, mechanism: 'CRAM-MD5' };
  return Mechanism === 'PLAIN' ? { ...login, mechanism: 'PLAIN' } : 'unknown';
}

/** As Go reads it: keys in any case, what is missing is empty; undefined when it is malformed. */
function readOrder(body: string): OutgoingSmtp | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const order: Record<string, unknown> = { ...empty };
  for (const [key, given] of Object.entries(value ?? {})) {
    const name = Object.keys(empty).find((one) => one.toLowerCase() === key.toLowerCase());
    if (name === undefined || given === null) continue;
    if (typeof given !== (name === 'Save' ? 'boolean' : 'string')) return undefined;
    order[name] = given;
  }
  return order as unknown as OutgoingSmtp;
}
