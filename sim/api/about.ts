import { Type } from 'typebox';
import type { Bilingual } from '../errors/index.ts';
import type { Origins } from '../kernel/index.ts';
import { type Operation, openApiOf, type Service } from './operation/index.ts';
import { type ServiceContext, serviceOperation } from './service-context.ts';

export type ServiceName = keyof Origins;

const titles: Readonly<Record<ServiceName, Bilingual>> = {
  issuer: { ja: 'todoku 発行サービス（シミュレーション）', en: 'todoku issuer (simulation)' },
  wallet: { ja: 'todoku ウォレット（シミュレーション）', en: 'todoku wallet (simulation)' },
  verifier: { ja: 'todoku 検証サービス（シミュレーション）', en: 'todoku verifier (simulation)' },
};

const descriptions: Readonly<Record<ServiceName, Bilingual>> = {
  issuer: {
    ja: '学校がスマート学生証（Open Badges 3.0）を発行・再発行・失効させる API と、だれでも読める鍵・証明・状態です。',
    en: 'Where schools issue, reissue and revoke smart student IDs (Open Badges 3.0), and where anyone reads keys, achievements and states.',
  },
  wallet: {
    ja: '学生がアカウントを作り、学生証を受け取って見せるための API です。',
    en: 'Where students register, receive their IDs and show them.',
  },
  verifier: {
    ja: '学生証を確かめる側の API です。',
    en: 'Where student IDs are verified.',
  },
};

/** The service as OpenAPI 3.1, which it also tells of itself; a function, as it stands in the list that it describes. */
export function openApiOperation(
  name: ServiceName,
  described: () => Service<ServiceContext>,
): Operation<ServiceContext> {
  return serviceOperation({
    id: 'getOpenApi',
    method: 'get',
    path: '/openapi.json',
    tag: 'About',
    summary: { ja: 'この API の説明（OpenAPI 3.1）を読む', en: 'Read the description of this API (OpenAPI 3.1)' },
    source: 'https://spec.openapis.org/oas/v3.1.1.html',
    query: Type.Object({
      lang: Type.Optional(Type.Enum(['ja', 'en'], { description: 'Instead of Accept-Language.' })),
    }),
    answers: {
      200: {
        description: 'The document.',
        content: {
          'application/json': Type.Object({ openapi: Type.String(), info: Type.Object({}), paths: Type.Object({}) }),
        },
      },
    },
    handle({ world }, { query, language: preferred }) {
      const language = query.lang ?? preferred;
      const info = {
        title: titles[name][language],
        version: '1',
        description: descriptions[name][language],
        server: world.origins[name],
        language,
      };
      const headers = { 'content-language': language, vary: 'Accept-Language' };
      return { status: 200, headers, body: openApiOf(described(), info) };
    },
  });
}
