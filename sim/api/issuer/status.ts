import { Type } from 'typebox';
import { credentialStatus } from '../../issuer/index.ts';
import { pageReply } from '../operation/index.ts';
import { serviceOperation } from '../service-context.ts';
import { closed, instant } from '../vocabulary.ts';
import { statusPage } from './status-page.ts';

const status = Type.Object(
  {
    credential: Type.String(),
    status: Type.Enum(['active', 'suspended', 'revoked', 'superseded', 'expired']),
    since: Type.Optional(instant),
  },
  closed,
);

/** What anyone may ask of a credential: its state, and no name. */
export const readStatus = serviceOperation({
  id: 'getCredentialStatus',
  method: 'get',
  path: '/credentials/{credential}/status',
  tag: 'Status',
  summary: { ja: '学生証の状態を見る', en: 'See the state of a student ID' },
  wire: 'page-or-problem',
  answers: {
    200: { description: 'As it is now.', content: { 'application/json': status, 'text/html': Type.String() } },
  },
  handle({ world }, { params, language, prefers }) {
    const found = credentialStatus(world, params.credential);
    if (prefers('application/json', 'text/html') !== 'text/html') return { status: 200, body: found };
    return pageReply(statusPage(language, found, world.clock.now()));
  },
});
