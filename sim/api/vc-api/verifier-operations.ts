import { Type } from 'typebox';
import { ServiceError } from '../../errors/index.ts';
import type { JsonObject } from '../../proof/index.ts';
import { type Operation, Written } from '../operation/index.ts';
import { type ServiceContext, serviceOperation } from '../service-context.ts';
import { refuseUnknown } from './unknown-option.ts';
import { verifiedCredential } from './verify-credential.ts';
import { verifiedPresentation } from './verify-presentation.ts';

const closed = { additionalProperties: false };
const tag = 'VC API';
const bytesMax = 2_097_152;

/** What older clients send along; every check is made always. */
const checks = Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 20 }));
const text = Type.Optional(Type.String({ maxLength: 500 }));
const flag = Type.Optional(Type.Boolean());

const problem = Type.Object({ type: Type.String(), title: Type.String(), detail: Type.String() });

const credentialBody = Type.Object(
  {
    verifiableCredential: Type.Object({}, { description: 'With its proof, or an EnvelopedVerifiableCredential.' }),
    options: Type.Optional(
      Type.Object(
        {
          returnResults: flag,
          returnProblemDetails: flag,
          returnCredential: flag,
          checks,
          challenge: text,
          domain: text,
        },
        closed,
      ),
    ),
  },
  closed,
);

const verifyCredential = serviceOperation({
  id: 'verifyCredential',
  method: 'post',
  path: '/credentials/verify',
  tag,
  summary: { ja: '証明書を検証する', en: 'Verify a credential' },
  source: 'https://www.w3.org/TR/vcalm/#verify-credential',
  body: { content: { 'application/json': credentialBody }, bytesMax, refuse: refuseUnknown },
  answers: {
    200: {
      description: 'It was verified; whether it holds, `verified` says.',
      content: {
        'application/json': Type.Object({
          verified: Type.Boolean(),
          credential: Type.Optional(Type.Object({})),
          problemDetails: Type.Optional(Type.Array(problem)),
          results: Type.Optional(Type.Object({})),
        }),
      },
    },
  },
  wire: 'vc-api',
  async handle(context, { body: { verifiableCredential, options = {} }, language }) {
    const found = await verifiedCredential(context, verifiableCredential as JsonObject, {
      at: '/verifiableCredential',
      language,
    });
    const { verified, credential, problemDetails, results } = found;
    const body = {
      verified,
      ...(options.returnCredential === true && { credential }),
      ...(options.returnProblemDetails !== false && problemDetails.length > 0 && { problemDetails }),
      ...(options.returnResults === true && { results }),
    };
    return { status: 200, body: new Written(JSON.stringify(body)) };
  },
});

const presentationBody = Type.Object(
  {
    verifiablePresentation: Type.Optional(
      Type.Object({}, { description: 'With its proof, or an EnvelopedVerifiablePresentation.' }),
    ),
    presentation: Type.Optional(Type.Object({}, { description: 'Without a proof.' })),
    options: Type.Optional(Type.Object({ challenge: text, domain: text, returnPresentation: flag, checks }, closed)),
  },
  closed,
);

const verifyPresentation = serviceOperation({
  id: 'verifyPresentation',
  method: 'post',
  path: '/presentations/verify',
  tag,
  summary: { ja: '提示データを検証する', en: 'Verify a presentation and the credentials in it' },
  source: 'https://www.w3.org/TR/vcalm/#verify-presentation',
  body: { content: { 'application/json': presentationBody }, bytesMax, refuse: refuseUnknown },
  answers: {
    200: {
      description: 'It was verified; whether it holds, `verified` says.',
      content: {
        'application/json': Type.Object({
          verified: Type.Boolean(),
          verifiablePresentation: Type.Optional(Type.Object({})),
          problemDetails: Type.Optional(Type.Array(problem)),
          results: Type.Object({}),
        }),
      },
    },
  },
  wire: 'vc-api',
  async handle(context, { body, language }) {
    const { verifiablePresentation, presentation, options = {} } = body;
    const given = (verifiablePresentation ?? presentation) as JsonObject | undefined;
    if (given === undefined || (verifiablePresentation !== undefined && presentation !== undefined)) {
      throw new ServiceError('request-invalid', { pointer: '/verifiablePresentation', reason: 'one presentation' });
    }
    const isProven = verifiablePresentation !== undefined;
    const { challenge, domain } = options;
    const found = await verifiedPresentation(context, given, {
      at: isProven ? '/verifiablePresentation' : '/presentation',
      language,
      isProven,
      ...(challenge !== undefined && { challenge }),
      ...(domain !== undefined && { domain }),
    });
    const answer = { ...found, ...(options.returnPresentation === true && { verifiablePresentation: given }) };
    return { status: 200, body: new Written(JSON.stringify(answer)) };
  },
});

export const vcApiVerifierOperations: readonly Operation<ServiceContext>[] = [verifyCredential, verifyPresentation];
