import { Router } from 'express';
import { html, languageOf, page } from '#sim/api';
import type { Bilingual, Language } from '#sim/errors';
import type { Origins } from '#sim/kernel';

interface Front {
  readonly title: Bilingual;
  readonly text: Bilingual;
}

const fronts: Readonly<Record<keyof Origins, Front>> = {
  issuer: {
    title: { ja: '発行サービス', en: 'Issuer' },
    text: {
      ja: '学校が名簿を登録し、学生証を発行するサービスです。学校のシステムから API で使います。',
      en: 'Where schools upload rosters and issue student IDs. School systems use it by its API.',
    },
  },
  wallet: {
    title: { ja: 'ウォレット', en: 'Wallet' },
    text: {
      ja: '学生が学生証を受け取り、持ち歩くサービスです。登録は、学校から届くメールのリンクから始まります。',
      en: 'Where students receive and keep their student IDs. Registering begins with the link in the school’s mail.',
    },
  },
  verifier: {
    title: { ja: '検証サービス', en: 'Verifier' },
    text: { ja: '学生証やバッジを検証するサービスです。', en: 'Where student IDs and badges are verified.' },
  },
};

const words = {
  programs: { ja: 'プログラムから使うには', en: 'For programs' },
  reference: { ja: 'API の説明（試せます）', en: 'API reference, to try it out' },
  others: { ja: 'ほかのサービス', en: 'The other services' },
  description: { ja: 'OpenAPI の文書', en: 'OpenAPI document' },
} as const satisfies Record<string, Bilingual>;

/** What stands at `/` of a service that has no page of its own there: people open the address that they were given. */
export function frontPage(name: keyof Origins, origins: Origins): Router {
  const router = Router({ caseSensitive: true });
  router.get('/', (request, response) => {
    const language = languageOf(request);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-language', language);
    response.setHeader('vary', 'Accept-Language');
    response.end(written(name, origins, language));
  });
  return router;
}

function written(name: keyof Origins, origins: Origins, language: Language): string {
  const { title, text } = fronts[name];
  const others = (Object.keys(fronts) as (keyof Origins)[]).filter((other) => other !== name);
  return page({
    language,
    title: title[language],
    main: html`<h1>${title[language]}</h1>
<p>${text[language]}</p>
<h2>${words.programs[language]}</h2>
<ul><li><a href="/docs">${words.reference[language]}</a></li>
<li><a href="/openapi.json">${words.description[language]}</a></li></ul>
<h2>${words.others[language]}</h2>
<ul>${others.map((other) => html`<li><a href="${origins[other]}/">${fronts[other].title[language]}</a></li>`)}</ul>`,
  });
}
