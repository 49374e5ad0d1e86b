import { ServiceError } from '../../errors/index.ts';
import { accessOf } from '../../openid4vci/index.ts';
import { bearerOf } from '../bearer.ts';
import type { SecurityScheme } from '../operation/index.ts';
import type { ServiceContext } from '../service-context.ts';

/** What the token endpoint gave, for the school in the path. */
export const walletAccess: SecurityScheme<ServiceContext, ReturnType<typeof accessOf>> = {
  name: 'openid4vciAccess',
  document: { type: 'http', scheme: 'bearer', description: 'The access token of the pre-authorized code flow.' },
  authenticate({ world }, { params, header }) {
    const token = bearerOf(header('authorization'));
    if (token === undefined) throw new ServiceError('unauthorized');
    return accessOf(world, params.school ?? '', token);
  },
};
