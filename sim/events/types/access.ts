import { Type } from 'typebox';
import { business } from '../event-type.ts';

const account = Type.String();
/** A program of somebody else that students let at their badges. */
const client = Type.String();
const grant = Type.String();

export const accessEvents = {
  'access.granted': business('wallet', { account, client, grant, scope: Type.String() }),
  'access.denied': business('wallet', { client }),
  'access.ended': business('wallet', {
    account,
    client,
    grant,
    by: Type.Union([
      Type.Literal('subject'),
      Type.Literal('client'),
      Type.Literal('password-reset'),
      Type.Literal('code-reused'),
      Type.Literal('refresh-token-reused'),
    ]),
  }),
  /** A badge of any issuer came into an account through the Open Badges API. */
  'badge.uploaded': business('wallet', {
    account,
    client,
    outcome: Type.Union([Type.Literal('created'), Type.Literal('replaced'), Type.Literal('kept')]),
    verdict: Type.Union([Type.Literal('accepted'), Type.Literal('unconfirmed')]),
  }),
};
