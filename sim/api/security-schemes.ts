import { ServiceError } from '../errors/index.ts';
import { isSameSecret } from '../kernel/index.ts';
import { type Session, sessionOf } from '../wallet/index.ts';
import { bearerOf } from './bearer.ts';
import type { SecurityScheme } from './operation/index.ts';
import type { ServiceContext } from './service-context.ts';

type Scheme<Principal> = SecurityScheme<ServiceContext, Principal>;

/** A school's own token, for what is below its URL and nothing else. */
export const schoolToken = withSecret(
  'school',
  'The token of the school in the path.',
  ({ school = '' }) => `school/${school}`,
);

/** The wallet backend's token at the issuer. */
export const walletToken = withSecret('wallet', 'The token of the wallet backend.', () => 'wallet');

/** The token of the gates that ask who stands behind a QR code. */
export const gateToken = withSecret('gate', 'The token of the gates.', () => 'gate');

/** The token of who runs the verifier. */
export const verifierToken = withSecret('verifier', 'The token of the verifier.', () => 'verifier');

/** A student who is logged in on a phone. */
export const session: Scheme<Session> = {
  name: 'session',
  document: { type: 'http', scheme: 'bearer', description: 'The session that `logIn` opened.' },
  authenticate({ world }, { header }) {
    const token = bearerOf(header('authorization'));
    if (token === undefined) throw new ServiceError('unauthorized');
    return sessionOf(world, token);
  },
};

/** A caller that shows a secret of the world; `nameOf` tells which one. */
function withSecret(
  name: string,
  description: string,
  nameOf: (params: Readonly<Record<string, string>>) => string,
): Scheme<undefined> {
  return {
    name,
    document: { type: 'http', scheme: 'bearer', description },
    authenticate({ world }, { params, header }) {
      const given = bearerOf(header('authorization')) ?? '';
      if (!isSameSecret(given, world.keys.secret(nameOf(params)))) throw new ServiceError('unauthorized');
      return undefined;
    },
  };
}
