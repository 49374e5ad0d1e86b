import { ServiceError } from '../../errors/index.ts';
import { type Session, sessionOf } from '../../wallet/index.ts';
import type { SecurityScheme } from '../operation/index.ts';
import type { ServiceContext } from '../service-context.ts';

/** A student who is logged in. */
export const walletSession: SecurityScheme<ServiceContext, Session> = {
  name: 'session',
  document: { type: 'http', scheme: 'bearer' },
  authenticate({ world }, { header }) {
    const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(header('authorization') ?? '') ?? [];
    if (token === undefined) throw new ServiceError('unauthorized');
    return sessionOf(world, token);
  },
};
