import { MailpitClient } from 'mailpit-api';
import { type Egress, egressFetch } from '#sim/egress';
import { ServiceError } from '#sim/errors';
import { serverFailure, unfitServer } from './server-failure.ts';

interface RequestOptions {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly responseType?: 'json' | 'text' | 'blob';
}

/**
 * The client of `mailpit-api` over an egress. Its own requests go to the global fetch, which can be held neither to an
 * address nor to a size; every call of it goes through this one method, whose answer is given here. Text is latin1: a
 * character a byte. Calls throw ServiceError `captured-unknown` for 404, `capture-server-unfit`, and what an egress throws.
 */
export function mailpitClient(base: string, egress: Egress): MailpitClient {
  const client = new MailpitClient(base);
  const fetch = egressFetch(egress);
  const request = async (method: string, path: string, { params = {}, body, responseType }: RequestOptions = {}) => {
    const url = new URL(base + path);
    for (const [name, value] of Object.entries(params)) {
      if (value !== undefined && value !== null) url.searchParams.set(name, String(value));
    }
    const content =
      body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch(url.href, { method, ...content }).catch((error: unknown) => {
      throw serverFailure(error, base);
    });
    if (answer.status === 404) throw new ServiceError('captured-unknown');
    if (answer.status !== 200) throw unfitServer(base, `HTTP ${answer.status}`);
    if (responseType === 'text') return answer.body.toString('latin1');
    try {
      return answer.json<unknown>();
    } catch {
      throw unfitServer(base, 'JSON ?');
    }
  };
  Object.defineProperty(client, 'request', { value: request });
  return client;
}
