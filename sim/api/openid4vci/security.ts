import { ServiceError } from '../../errors/index.ts';
import { isSameSecret } from '../../kernel/index.ts';
import { accessOf } from '../../openid4vci/index.ts';
import type { SecurityScheme } from '../operation/operation.ts';
import type { ServiceContext } from '../service-context.ts';

/** https://www.rfc-editor.org/rfc/rfc6750#section-2.1 ; empty when there is none. */
function bearerOf(header: (name: string) => string | undefined): string {
  const [, token = ''] = /^Bearer ([\w.~+/-]{1,500}=*)$/i.exec(header('authorization') ?? '') ?? [];
  return token;
}

/** The API token of a school. */
export const schoolSecret: SecurityScheme<ServiceContext, undefined> = {
  name: 'schoolSecret',
  document: { type: 'http', scheme: 'bearer', description: 'The API token of the school in the path.' },
  authenticate({ world }, { params, header }) {
    const secret = world.keys.secret(`school/${params.school ?? ''}`);
    if (!isSameSecret(bearerOf(header), secret)) throw new ServiceError('unauthorized');
    return undefined;
  },
};

/** What the token endpoint gave. */
export const walletAccess: SecurityScheme<ServiceContext, ReturnType<typeof accessOf>> = {
  name: 'openid4vciAccess',
  document: { type: 'http', scheme: 'bearer', description: 'The access token of the pre-authorized code flow.' },
  authenticate({ world }, { params, header }) {
    const token = bearerOf(header);
    if (token === '') throw new ServiceError('unauthorized');
    return accessOf(world, params.school ?? '', token);
  },
};
