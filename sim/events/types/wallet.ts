import { Type } from 'typebox';
import { business, detail } from '../event-type.ts';

const account = Type.String();

export const walletEvents = {
  'link.shown': detail('wallet', {
    kind: Type.String(),
    state: Type.String(),
    credential: Type.Optional(Type.String()),
  }),
  'consent.given': business('wallet', { account, terms: Type.String(), privacyPolicy: Type.String() }),
  'registration.refused': business('wallet', { code: Type.String() }),
  'account.registered': business('wallet', { account }),
  'account.activated': business('wallet', { account }),
  'activation.resent': business('wallet', { account }),
  'login.refused': business('wallet', { code: Type.String() }),
  'account.locked': business('wallet', { account, until: Type.String() }),
  'account.unlocked': business('wallet', { account }),
  'password.reset': business('wallet', { account }),
  'address.added': business('wallet', { account }),
  'session.started': business('wallet', { account, session: Type.String(), device: Type.String() }),
  'session.ended': business('wallet', { account, session: Type.String(), by: Type.String() }),
  'credential.received': business('wallet', { account, credential: Type.String() }),
  'credential.presented': detail('wallet', { credential: Type.String() }),
};
