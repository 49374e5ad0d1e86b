import { ServiceError } from '../../errors/index.ts';
import { isSameSecret } from '../../kernel/index.ts';
import type { SecurityScheme } from '../operation/index.ts';
import type { ServiceContext } from '../service-context.ts';

/** A school by its token: https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
export const schoolBearer: SecurityScheme<ServiceContext, string> = {
  name: 'school',
  document: { type: 'http', scheme: 'bearer' },
  authenticate({ world }, { params: { school = '' }, header }) {
    const [, given = ''] = /^Bearer ([\w.~+/-]+=*)$/i.exec(header('authorization') ?? '') ?? [];
    if (!isSameSecret(given, world.keys.secret(`school/${school}`))) throw new ServiceError('unauthorized');
    return school;
  },
};
