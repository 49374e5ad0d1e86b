import { ServiceError } from '../../errors/index.ts';
import { type StatusListName, signedStatusList } from '../../issuer/index.ts';
import { hasAlready } from '../if-none-match.ts';
import { Written } from '../operation/index.ts';
import { serviceOperation } from '../service-context.ts';
import { statusListAnswer } from './status-list-answer.ts';

/** What anyone may read of the credentials of a school: which of them are revoked or suspended, without names. */
export const readStatusList = serviceOperation({
  id: 'getStatusList',
  method: 'get',
  path: '/schools/{school}/status-lists/{list}/{purpose}',
  tag: 'Status',
  summary: { ja: '失効・停止の一覧を読む', en: 'Read a status list' },
  source: 'https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistcredential',
  answers: {
    200: {
      description: 'The signed list.',
      content: { 'application/vc+ld+json': statusListAnswer },
      headers: { etag: 'Names this very list.', 'cache-control': 'How long it may be kept: its ttl.' },
    },
    304: { description: 'It is the list that the client has.', headers: { etag: 'As above.' } },
  },
  async handle({ world }, { params, header }) {
    const { json, etag, ttlMs } = await signedStatusList(world, nameOf(params));
    // "SHOULD align any protocol-specific caching information": https://www.w3.org/TR/vc-bitstring-status-list/#ttl
    const headers = { etag, 'cache-control': `public, max-age=${Math.floor(ttlMs / 1_000)}` };
    if (hasAlready(header('if-none-match'), etag)) return { status: 304, headers };
    return { status: 200, headers, body: new Written(json) };
  },
});

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
