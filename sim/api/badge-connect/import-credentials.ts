import { Type } from 'typebox';
import { getCredentials, type HostedCredential } from '../../badge-connect/index.ts';
import { session } from '../security-schemes.ts';
import { type ServiceContext, serviceOperation } from '../service-context.ts';

/** What became of a credential of another host: kept, had already, or refused with a code of the error catalogue. */
export type Imported = { readonly outcome: string; readonly code?: string };

/** Keeps what was read from another host among the badges of an account, one after the other. Throws nothing of theirs. */
export type KeepImported = (
  context: ServiceContext,
  account: string,
  credentials: readonly HostedCredential[],
) => Promise<readonly Imported[]>;

const imported = Type.Object(
  {
    imported: Type.Array(
      Type.Object({ outcome: Type.String(), code: Type.Optional(Type.String()) }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);

/** Reads all that a host has of the student; who keeps it is given. */
export function importCredentials(keep: KeepImported) {
  return serviceOperation({
    id: 'importCredentials',
    method: 'post',
    path: '/connections/{connection}/import',
    tag: 'Connections',
    summary: { ja: '接続先の証明書を取り込む', en: 'Take over the credentials of the host' },
    source: 'https://www.imsglobal.org/spec/ob/v3p0/#getcredentials',
    security: session,
    answers: {
      200: { description: 'Each, in the order of the host.', content: { 'application/json': imported } },
    },
    async handle(context, { principal: { account }, params: { connection } }) {
      const { world, outward } = context;
      const read = await getCredentials(world, { outward }, { subject: `account/${account}`, connection });
      return { status: 200, body: { imported: [...(await keep(context, account, read))] } };
    },
  });
}
