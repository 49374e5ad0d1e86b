import { hash, type KeyObject, sign, verify } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import jwt from 'jsonwebtoken';
import {
  type AchievementCredential,
  createKeyResolver,
  issueVcJwt,
  secureWithDataIntegrity,
  signingKeyOf,
  verifyEmbeddedProof,
  verifyVcJwtProof,
} from '#sim/proof';
import { studentIdFrom } from '../test/peers/credential.ts';
import { outsideLoader } from '../test/peers/outside-documents.ts';
import { type Algorithm, issuerIdOf, methodOf, school } from '../test/peers/school.ts';
import { publishedWithList } from '../test/peers/status-list.ts';
import { coreMs, type Spread, spread } from './measure.ts';

const rounds = 7;
const created = '2026-04-01T00:00:00Z';
const resolveKey = createKeyResolver();

/** Operations a second on one core: ours, and what stands beside it, of neighbours in time. */
export interface CredentialFigure {
  readonly figure: string;
  readonly ours: Spread;
  readonly beside: readonly { readonly name: string; readonly perSecond: Spread; readonly ratio: Spread }[];
  readonly aim: string;
}

type Operation = () => unknown;

interface Contest {
  readonly figure: string;
  readonly times: number;
  readonly ours: Operation;
  /** With how many times of it are enough, where it is slow. */
  readonly beside: readonly (readonly [name: string, operation: Operation, times?: number])[];
  readonly aim: string;
}

async function perSecond(operation: Operation, times: number): Promise<number> {
  const ms = await coreMs(async () => {
    for (let time = 0; time < times; time += 1) await operation();
  });
  return (times / ms) * 1_000;
}

async function measure({ figure, times, ours, beside, aim }: Contest): Promise<CredentialFigure> {
  const found: { ours: number; beside: number[] }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const own = await perSecond(ours, times);
    const others: number[] = [];
    for (const [, operation, fewer = times] of beside) others.push(await perSecond(operation, fewer));
    // The first round warms the compiler up.
    if (round > 0) found.push({ ours: own, beside: others });
  }
  return {
    figure,
    ours: spread(found.map((one) => one.ours)),
    beside: beside.map(([name], index) => ({
      name,
      perSecond: spread(found.map((one) => one.beside[index] ?? Number.NaN)),
      ratio: spread(found.map((one) => one.ours / (one.beside[index] ?? Number.NaN))),
    })),
    aim,
  };
}

/** As JWS has it: R and S side by side for ECDSA. */
function rawSign(algorithm: Algorithm, input: Uint8Array, key: KeyObject): Buffer {
  return sign(algorithm === 'EdDSA' ? null : 'sha256', input, { key, dsaEncoding: 'ieee-p1363' });
}

async function vcJwt(algorithm: Algorithm, issuing: string, verifying: string): Promise<readonly Contest[]> {
  const { privateKey, publicKey } = school[algorithm];
  const credential = studentIdFrom('https') as unknown as AchievementCredential;
  const key = signingKeyOf(school[algorithm]);
  const text = await issueVcJwt(credential, key);
  const [header, payload, signature = ''] = text.split('.');
  const [input, bytes] = [Buffer.from(`${header}.${payload}`), Buffer.from(signature, 'base64url')];
  const digest = algorithm === 'EdDSA' ? null : 'sha256';
  const raw = (): boolean => verify(digest, input, { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes);
  const byOther = (): unknown => jwt.verify(text, publicKey);
  return [
    {
      figure: `VC-JWT ${algorithm} issued`,
      times: algorithm === 'EdDSA' ? 2_000 : 500,
      ours: () => issueVcJwt(credential, key),
      beside: [['node:crypto sign', () => rawSign(algorithm, input, privateKey)]],
      aim: issuing,
    },
    {
      figure: `VC-JWT ${algorithm} verified`,
      times: 1_000,
      ours: () => verifyVcJwtProof(text, resolveKey),
      beside: [['node:crypto verify', raw], ...(algorithm === 'EdDSA' ? [] : ([['jsonwebtoken', byOther]] as const))],
      aim: verifying,
    },
  ];
}

async function dataIntegrity(): Promise<readonly Contest[]> {
  const credential = studentIdFrom('https');
  const key = signingKeyOf(school.EdDSA);
  const verificationMethod = methodOf('https');
  const { secured } = await secureWithDataIntegrity(credential, key, { verificationMethod, created });
  const jwk = school.EdDSA.privateKey.export({ format: 'jwk' });
  const named = { jwk, secretKey: true, id: verificationMethod, controller: issuerIdOf('https') };
  const signer = (await Ed25519Multikey.fromJwk(named)).signer();
  const documentLoader = outsideLoader(await publishedWithList('https'));
  const digest = hash('sha512', 'the hashes of a proof and of a document', 'buffer');
  const signature = sign(null, digest, school.EdDSA.privateKey);
  const suite = (): DataIntegrityProof => new DataIntegrityProof({ cryptosuite, signer, date: created });
  return [
    {
      figure: 'eddsa-rdfc-2022 issued',
      times: 2_000,
      ours: () => secureWithDataIntegrity(credential, key, { verificationMethod, created }),
      beside: [
        [
          '@digitalbazaar',
          () => issue({ credential: structuredClone(credential), suite: suite(), documentLoader }),
          100,
        ],
        ['node:crypto sign', () => sign(null, digest, school.EdDSA.privateKey)],
      ],
      aim: '≥ 2,000, ratio ≥ 10',
    },
    {
      figure: 'eddsa-rdfc-2022 verified',
      times: 2_000,
      ours: () => verifyEmbeddedProof(secured, resolveKey),
      beside: [
        [
          '@digitalbazaar',
          () => verifyCredential({ credential: secured, suite: suite(), documentLoader, checkStatus }),
          60,
        ],
        ['node:crypto verify', () => verify(null, digest, school.EdDSA.publicKey, signature)],
      ],
      aim: 'ratio ≥ 10',
    },
  ];
}

/** Credentials issued and verified, each beside its floor in node:crypto and a peer, on the same student ID. */
export async function measureCredentials(): Promise<readonly CredentialFigure[]> {
  const contests = [
    ...(await vcJwt('RS256', 'ratio ≥ 0.6', 'reported')),
    ...(await vcJwt('ES256', 'reported', 'reported')),
    ...(await vcJwt('EdDSA', 'reported', 'reported')),
    ...(await dataIntegrity()),
  ];
  const figures: CredentialFigure[] = [];
  for (const contest of contests) figures.push(await measure(contest));
  return figures;
}
