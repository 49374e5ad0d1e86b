import { ServiceError } from '../../errors/index.ts';
import { authenticateClient, type Client } from '../../oauth/index.ts';
import type { SecurityScheme } from '../operation/index.ts';
import type { ServiceContext } from '../service-context.ts';

/** `client_secret_basic`, the one way that OB 3.0 has: https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
export const clientSecretBasic: SecurityScheme<ServiceContext, Client> = {
  name: 'clientSecretBasic',
  document: { type: 'http', scheme: 'basic', description: 'client_id and client_secret of the registration.' },
  authenticate({ world }, { header }) {
    const [, encoded] = /^Basic ([\w+/-]+=*)$/i.exec(header('authorization') ?? '') ?? [];
    if (encoded === undefined) throw new ServiceError('client-unknown');
    const pair = Buffer.from(encoded, 'base64').toString('utf8');
    const colon = pair.indexOf(':');
    if (colon < 0) throw new ServiceError('client-unknown');
    return authenticateClient(world, decoded(pair.slice(0, colon)), decoded(pair.slice(colon + 1)));
  },
};

/** Both are form-encoded before they are put together; a text that is not stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
