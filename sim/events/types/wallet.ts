import { Type } from 'typebox';
import { business, detail } from '../event-type.ts';

const account = Type.String();
const credential = Type.String();
/** Of the error catalogue: what the student was told. */
const code = Type.String();

export const walletEvents = {
  'consent.given': business('wallet', { account, terms: Type.String(), privacyPolicy: Type.String() }),
  'registration.refused': business('wallet', { code }),
  'account.registered': business('wallet', { account }),
  'account.activated': business('wallet', { account }),
  'activation.resent': business('wallet', { account }),
  /** Without an account when nobody has that address. */
  'login.refused': business('wallet', { account: Type.Optional(account), code }),
  'account.locked': business('wallet', { account, until: Type.String() }),
  'account.unlocked': business('wallet', { account }),
  'password.reset': business('wallet', { account }),
  'address.added': business('wallet', { account }),
  'session.started': business('wallet', { account, session: Type.String(), device: Type.String() }),
  'session.ended': business('wallet', {
    account,
    session: Type.String(),
    by: Type.Union([
      Type.Literal('logout'),
      Type.Literal('login'),
      Type.Literal('device-removed'),
      Type.Literal('password-reset'),
    ]),
  }),
  'credential.received': business('wallet', { account, credential }),
  /** Something else that a student asked for and did not get. */
  'request.refused': business('wallet', {
    what: Type.Union([
      Type.Literal('activation'),
      Type.Literal('password-reset'),
      Type.Literal('address'),
      Type.Literal('receipt'),
    ]),
    code,
    account: Type.Optional(account),
    credential: Type.Optional(credential),
  }),
  'credential.presented': detail('wallet', { credential }),
};
