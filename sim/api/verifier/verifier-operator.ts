import { ServiceError } from '../../errors/index.ts';
import { isSameSecret } from '../../kernel/index.ts';
import type { SecurityScheme } from '../operation/index.ts';
import type { ServiceContext } from '../service-context.ts';

/** Who runs the verifier: https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
export const verifierOperator: SecurityScheme<ServiceContext, 'verifier'> = {
  name: 'verifierOperator',
  document: { type: 'http', scheme: 'bearer' },
  authenticate({ world }, { header }) {
    const [, given = ''] = /^Bearer ([\w.~+/-]+=*)$/i.exec(header('authorization') ?? '') ?? [];
    if (!isSameSecret(given, world.keys.secret('verifier'))) throw new ServiceError('unauthorized');
    return 'verifier';
  },
};
