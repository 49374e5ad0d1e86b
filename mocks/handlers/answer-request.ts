import { createPrivateKey } from 'node:crypto';
import { HttpResponse } from 'msw';
import type { Fetch } from '#sim/kernel';

/** https://fetch.spec.whatwg.org/#null-body-status */
const bodiless = new Set([101, 103, 204, 205, 304]);

/** Carries an intercepted request to services in process, and their answer back: bytes, fields and cookies as they are. */
export async function answerRequest(fetch: Fetch, request: Request): Promise<Response> {
  const body = new Uint8Array(await request.arrayBuffer());
  forgetStaleError();
  const {
    status,
    headers,
    cookies,
    body: answered,
  } = await fetch(request.url, {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    ...(body.length > 0 && { body }),
  });
  const fields = new Headers();
  for (const [name, value] of Object.entries(headers)) if (name !== 'set-cookie') fields.set(name, value);
  for (const cookie of cookies ?? []) fields.append('set-cookie', cookie);
  const hasBody = request.method !== 'HEAD' && !bodiless.has(status);
  return new HttpResponse(hasBody ? Uint8Array.from(answered).buffer : null, { status, headers: fields });
}

/**
 * @NOTE MSW lets Node begin a TLS connection before it answers, and the first that has a body leaves an error in OpenSSL's
 * queue (Node 24.21): the next key that is read would be blamed for it. An attempt that fails anyway takes it away.
 */
function forgetStaleError(): void {
  try {
    createPrivateKey('');
  } catch {
    // What was meant to happen.
  }
}
