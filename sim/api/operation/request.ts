import { parse } from 'node:querystring';
import type { RequestHandler } from 'express';
import express, { type Request } from 'express';
import type { TSchema } from 'typebox';
import { ServiceError } from '../../errors/index.ts';
import { refuseTooLarge } from './body-limit.ts';
import { bytes, type Operation } from './operation.ts';
import { validated } from './validation.ts';

const json = /^application\/([\w.+-]+\+)?json$/;
const form = 'application/x-www-form-urlencoded';

const bytesOfBody = new WeakMap<object, Uint8Array>();

/** The body as it came, JSON without a byte order mark; empty when none was read. */
export function bytesOf(request: Request): Uint8Array {
  return bytesOfBody.get(request) ?? new Uint8Array();
}

/** What reads the body of an operation, up to its limit; nothing when it takes none. */
export function bodyReaders({ body }: Pick<Operation<never>, 'body'>): RequestHandler[] {
  if (body === undefined) return [];
  const limit = body.bytesMax;
  const verify = (request: object, _response: unknown, bytes: Uint8Array): void => {
    bytesOfBody.set(request, bytes);
  };
  // https://www.rfc-editor.org/rfc/rfc8259#section-8.1 : JSON is UTF-8, and a byte order mark is no part of it.
  const verifyJson = (request: object, response: unknown, bytes: Uint8Array, encoding: string): void => {
    if (encoding !== 'utf-8') throw new ServiceError('media-type-unsupported', { taken: 'utf-8' });
    const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    verify(request, response, isMarked ? bytes.subarray(3) : bytes);
  };
  const parsers = Object.entries(body.content).map(([mediaType, schema]) => {
    const type = mediaType === '*/*' ? () => true : mediaType;
    if (schema === bytes) return express.raw({ type, limit, verify });
    if (json.test(mediaType)) return express.json({ type, limit, verify: verifyJson, strict: false });
    // No nesting: `a[b]=c` is a name like any other.
    if (mediaType === form) return express.urlencoded({ type, limit, verify, extended: false });
    if (mediaType.startsWith('text/')) return express.text({ type, limit, verify });
    return express.raw({ type, limit, verify });
  });
  return [refuseTooLarge(limit), ...parsers];
}

/** `application/json` of `Application/JSON; charset=utf-8`; empty when the request names none. */
export function mediaTypeOf(request: Request): string {
  return (request.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/**
 * The body as its schema says. Throws ServiceError `media-type-unsupported`, or `request-invalid` with a JSON Pointer.
 */
export function bodyOf({ body }: Pick<Operation<never>, 'body'>, request: Request): unknown {
  if (body === undefined) return undefined;
  const mediaType = mediaTypeOf(request);
  const schema: TSchema | undefined = body.content[mediaType] ?? body.content['*/*'];
  const isEmpty = request.body === undefined;
  if (isEmpty && body.optional === true && (mediaType === '' || schema !== undefined)) return undefined;
  // A body of another type must not be read as none: that would ask for the defaults, to issue to everyone, now.
  if (schema === undefined) {
    throw new ServiceError('media-type-unsupported', { taken: Object.keys(body.content).join(', ') });
  }
  const given: unknown = isEmpty ? (json.test(mediaType) ? undefined : new Uint8Array()) : request.body;
  if (given instanceof Uint8Array) return given;
  const refuse = body.refuse ?? ((pointer, reason) => new ServiceError('request-invalid', { pointer, reason }));
  return validated(schema, given ?? {}, refuse);
}

/**
 * The texts of a query, read here: a router may stand in an application that reads none, or reads them in another way.
 * Throws ServiceError `query-invalid`.
 */
export function queryOf({ query }: Pick<Operation<never>, 'query'>, request: Request): unknown {
  if (query === undefined) return {};
  return validated(
    query,
    { ...parse(request.originalUrl.split('?').slice(1).join('?')) },
    (pointer, reason) => new ServiceError('query-invalid', { name: pointer.slice(1) || '?', reason }),
  );
}
