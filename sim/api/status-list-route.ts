import type { Router } from 'express';
import { ServiceError } from '../errors/index.ts';
import { type StatusListName, signedStatusList } from '../issuer/index.ts';
import type { RunningWorld } from '../kernel/index.ts';

/** What anyone may read of the credentials of a school: which of them are revoked or suspended, without names. */
export function addStatusLists(router: Router, world: RunningWorld): void {
  router.get('/schools/:school/status-lists/:list/:purpose', async (request, response) => {
    const { json, etag, ttlMs } = await signedStatusList(world, nameOf(request.params));
    response.setHeader('etag', etag);
    // "SHOULD align any protocol-specific caching information": https://www.w3.org/TR/vc-bitstring-status-list/#ttl
    response.setHeader('cache-control', `public, max-age=${Math.floor(ttlMs / 1_000)}`);
    if (request.fresh) {
      response.statusCode = 304;
      response.end();
      return;
    }
    response.setHeader('content-type', 'application/vc+ld+json; charset=utf-8');
    response.end(json);
  });
}

/** Throws ServiceError `status-list-unknown`. */
function nameOf({
  school,
  list,
  purpose,
}: {
  readonly school: string;
  readonly list: string;
  readonly purpose: string;
}): StatusListName {
  if (!/^[1-9]\d{0,8}$/.test(list) || (purpose !== 'revocation' && purpose !== 'suspension')) {
    throw new ServiceError('status-list-unknown');
  }
  return { school, list: Number(list), purpose };
}
