import { Type } from 'typebox';
import { ServiceError } from '../../errors/index.ts';
import {
  credentialNamed,
  reinstateCredential,
  revokeCredential,
  schoolOf,
  secureAnyCredential,
  suspendCredential,
} from '../../issuer/index.ts';
import type { Json } from '../../kernel/index.ts';
import { type JsonObject, objectOf } from '../../proof/index.ts';
import { misfitOf } from '../../verify/open-badge/index.ts';
import type { Operation } from '../operation/index.ts';
import { schoolToken } from '../security-schemes.ts';
import { type ServiceContext, serviceOperation } from '../service-context.ts';
import { checkCredentialShape } from './credential-shape.ts';
import { refuseUnknown } from './unknown-option.ts';

const closed = { additionalProperties: false };
const tag = 'VC API';
const bytesMax = 1_048_576;

const issueBody = Type.Object(
  {
    credential: Type.Object({}, { description: 'Data model 2.0, without a proof; its issuer is the school.' }),
    options: Type.Optional(
      Type.Object(
        {
          credentialId: Type.Optional(Type.String({ maxLength: 500, description: 'As the id of the credential.' })),
          mandatoryPointers: Type.Optional(
            Type.Array(Type.String({ maxLength: 500 }), {
              maxItems: 100,
              description: 'Of selective disclosure, which no school here signs with: only an empty list is taken.',
            }),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);

const issue = serviceOperation({
  id: 'issueCredential',
  method: 'post',
  path: '/schools/{school}/credentials/issue',
  tag,
  summary: { ja: '任意の証明書に学校として署名する', en: 'Sign any credential in the name of the school' },
  source: 'https://www.w3.org/TR/vcalm/#issue-credential',
  security: schoolToken,
  body: { content: { 'application/json': issueBody }, bytesMax, refuse: refuseUnknown },
  answers: {
    201: {
      description:
        'The credential with its proof, or an EnvelopedVerifiableCredential around a VC-JWT. It is signed as it is and kept nowhere: no status entry is added, and one that it has is for its school to look after.',
      content: { 'application/json': Type.Object({ verifiableCredential: Type.Object({}) }) },
    },
  },
  wire: 'vc-api',
  async handle({ world }, { params: { school }, body: { credential, options = {} } }) {
    const given = credential as JsonObject;
    const { id, mechanism } = schoolOf(world, school);
    checkIssuable(given, { issuer: id, isJwt: mechanism !== 'eddsa-rdfc-2022' });
    checkOptions(options, given);
    const asked = { school, credential: given as { readonly [member: string]: Json } };
    const { secured, mediaType } = await world.perform(secureAnyCredential, asked);
    const verifiableCredential = mediaType === 'text/plain' ? enveloped(secured) : (JSON.parse(secured) as object);
    return { status: 201, body: { verifiableCredential } };
  },
});

/** Throws ServiceError `credential-unfit`. */
function checkIssuable(
  credential: JsonObject,
  { issuer, isJwt }: { readonly issuer: string; readonly isJwt: boolean },
): void {
  const refuse = (pointer: string, reason: string): never => {
    throw new ServiceError('credential-unfit', { pointer: `/credential${pointer}`, reason });
  };
  checkCredentialShape(credential, '/credential');
  const named = typeof credential.issuer === 'string' ? credential.issuer : objectOf(credential.issuer)?.id;
  if (named !== issuer) refuse('/issuer', `must be ${issuer}`);
  if (credential.proof !== undefined) refuse('/proof', 'must not be there: it has a proof already');
  const [context] = credential['@context'] as readonly unknown[];
  // Data model 1.1 is verified and not issued any more, as OB 3.0 has it.
  if (context !== 'https://www.w3.org/ns/credentials/v2') refuse('/@context/0', 'must be data model 2.0');
  if (isJwt && credential.id === undefined) refuse('/id', 'must be there: it is the jti of the VC-JWT');
  if (isJwt && Array.isArray(credential.credentialSubject)) {
    refuse('/credentialSubject', 'must be one: a VC-JWT has one sub');
  }
  const types = credential.type as readonly string[];
  if (!types.includes('OpenBadgeCredential') && !types.includes('AchievementCredential')) return;
  const misfit = misfitOf(credential, 'AchievementCredential', 'vcdm2');
  if (misfit !== undefined) refuse(misfit.pointer, misfit.reason);
}

/** Throws ServiceError `vc-api-option`: https://www.w3.org/TR/vcalm-1.0/#options */
function checkOptions(
  {
    mandatoryPointers,
    credentialId,
  }: { readonly mandatoryPointers?: readonly string[]; readonly credentialId?: string },
  { id }: JsonObject,
): void {
  if ((mandatoryPointers?.length ?? 0) > 0) throw new ServiceError('vc-api-option', { option: 'mandatoryPointers' });
  if (credentialId !== undefined && credentialId !== id)
    throw new ServiceError('vc-api-option', { option: 'credentialId' });
}

/** https://www.w3.org/TR/vc-data-model-2.0/#enveloped-verifiable-credentials */
function enveloped(jws: string): object {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: `data:application/vc+jwt,${jws}`,
    type: ['EnvelopedVerifiableCredential'],
  };
}

const statusBody = Type.Object(
  {
    credentialId: Type.String({ maxLength: 500, description: 'The id in the credential, or `cred_0001`.' }),
    credentialStatus: Type.Object(
      {
        id: Type.Optional(Type.String({ maxLength: 500 })),
        type: Type.Enum(['BitstringStatusListEntry', 'BitstringStatusList']),
        statusPurpose: Type.Enum(['revocation', 'suspension']),
        statusListIndex: Type.Optional(Type.String({ maxLength: 20 })),
        statusListCredential: Type.Optional(Type.String({ maxLength: 500 })),
      },
      closed,
    ),
    status: Type.Boolean(),
    indexAllocator: Type.Optional(Type.String({ maxLength: 500 })),
  },
  closed,
);

const updateStatus = serviceOperation({
  id: 'updateCredentialStatus',
  method: 'post',
  path: '/schools/{school}/credentials/status',
  tag,
  summary: { ja: '学生証の状態を変える', en: 'Revoke, suspend or reinstate a student ID' },
  source: 'https://www.w3.org/TR/vcalm/#update-status',
  security: schoolToken,
  body: { content: { 'application/json': statusBody }, bytesMax: 16_384 },
  answers: {
    200: {
      description:
        'It stands in the status lists from now on. Only student IDs of a roster have an entry there, one for each purpose; a revoked one stays revoked (`credential-revoked`).',
    },
  },
  wire: 'vc-api',
  async handle({ world }, { params: { school }, body: { credentialId, credentialStatus, status } }) {
    const credential = credentialNamed(world, school, credentialId);
    const reason = 'VC API';
    if (credentialStatus.statusPurpose === 'revocation') {
      // A revoked credential stays so.
      if (!status) throw new ServiceError('credential-revoked');
      await world.perform(revokeCredential, { school, credential, reason });
    } else if (status) await world.perform(suspendCredential, { school, credential, reason });
    else await world.perform(reinstateCredential, { school, credential });
    return { status: 200 };
  },
});

export const vcApiIssuerOperations: readonly Operation<ServiceContext>[] = [issue, updateStatus];
