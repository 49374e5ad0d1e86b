import { ServiceError } from '../../errors/index.ts';
import { isSameSecret } from '../../kernel/index.ts';
import { type Session, sessionOf } from '../../wallet/index.ts';
import type { SecurityScheme } from '../operation/index.ts';
import type { ServiceContext } from '../service-context.ts';

/** A student who is logged in on a phone. */
export const session: SecurityScheme<ServiceContext, Session> = {
  name: 'session',
  document: { type: 'http', scheme: 'bearer', description: 'The session that `logIn` opened.' },
  authenticate: ({ world }, { header }) => sessionOf(world, bearerOf(header('authorization'))),
};

/** A school's own token, for what is below its URL and nothing else. */
export const schoolToken: SecurityScheme<ServiceContext, undefined> = {
  name: 'school',
  document: { type: 'http', scheme: 'bearer', description: 'The token of the school in the path.' },
  authenticate({ world }, { params, header }) {
    const secret = world.keys.secret(`school/${params.school ?? ''}`);
    if (!isSameSecret(bearerOf(header('authorization')), secret)) throw new ServiceError('unauthorized');
    return undefined;
  },
};

/** https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
function bearerOf(authorization: string | undefined): string {
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) throw new ServiceError('unauthorized');
  return token;
}
