import { Type } from 'typebox';
import { codeIn } from '../../badge-connect/index.ts';
import { serviceOperation } from '../service-context.ts';
import { type CallbackReader, callbackPage } from './callback-page.ts';
import { callbackQuery } from './connection-schema.ts';

/**
 * Where hosts send the browser back to. It changes nothing: whose browser this is, nobody knows here. The app, or the
 * school's system, hands the answer in where it shows who it is (https://www.rfc-editor.org/rfc/rfc6749#section-10.12).
 */
export function callback(reader: CallbackReader) {
  return serviceOperation({
    id: 'returnFromHost',
    method: 'get',
    path: '/connections/callback',
    tag: 'Connections',
    summary: { ja: '接続先から戻る', en: 'Return from a host' },
    source: 'https://www.imsglobal.org/spec/ob/v3p0/#acg-auth-response',
    query: callbackQuery,
    wire: 'page',
    answers: {
      200: { description: 'A page: what finishes the connection.', content: { 'text/html': Type.String() } },
    },
    handle(_context, { query, language }) {
      codeIn(query);
      return { status: 200, body: callbackPage(reader, language) };
    },
  });
}
