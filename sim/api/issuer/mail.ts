import { Type } from 'typebox';
import { schoolMail } from '../../issuer/index.ts';
import { schoolToken } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';
import { closed } from '../vocabulary.ts';
import { mailAnswer } from './mail-answer.ts';

const mailsPerPage = 100;

/** What a query carries is text. */
const mailQuery = Type.Object(
  {
    limit: Type.Optional(
      Type.String({ pattern: '^[1-9][0-9]{0,2}$', description: 'How many messages, the newest first.' }),
    ),
    before: Type.Optional(
      Type.String({ pattern: '^msg_[0-9]{4,12}$', description: 'The last message of the page before.' }),
    ),
  },
  closed,
);

export const listMail = serviceOperation({
  id: 'listMail',
  method: 'get',
  path: '/schools/{school}/mail',
  tag: 'Mail',
  summary: { ja: '送ったメールの状態を見る', en: 'See what became of the mails' },
  security: schoolToken,
  query: mailQuery,
  answers: { 200: { description: 'All that a sender can know.', content: { 'application/json': mailAnswer } } },
  handle({ world }, { params, query: { limit = mailsPerPage, before } }) {
    const page = { limit: Number(limit), ...(before !== undefined && { before }) };
    return { status: 200, body: schoolMail(world, params.school, page) };
  },
});
