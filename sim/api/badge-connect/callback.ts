import { Type } from 'typebox';
import { finishConnection } from '../../badge-connect/index.ts';
import { serviceOperation } from '../service-context.ts';
import { connectedPage } from './connected-page.ts';
import { callbackQuery } from './connection-schema.ts';

/**
 * Where hosts send the browser back to. The one GET that changes something, as OAuth has it: its state is unguessable,
 * counts once, and was given to who began the connection.
 */
export const finish = serviceOperation({
  id: 'finishConnection',
  method: 'get',
  path: '/connections/callback',
  tag: 'Connections',
  summary: { ja: '接続先から戻る', en: 'Return from a host' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#acg-auth-response',
  query: callbackQuery,
  wire: 'page',
  answers: { 200: { description: 'A page: it is connected.', content: { 'text/html': Type.String() } } },
  async handle({ world, outward }, { query, language }) {
    const connection = await finishConnection(world, { outward }, query);
    return { status: 200, body: connectedPage(connection, language) };
  },
});
