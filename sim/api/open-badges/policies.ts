import { Type } from 'typebox';
import type { Bilingual } from '../../errors/index.ts';
import { html, page } from '../operation/index.ts';
import { serviceOperation } from '../service-context.ts';

/** What the service description must name; the texts say that this is a simulation. */
export const policyPaths = { terms: '/terms-of-service', privacy: '/privacy-policy' } as const;

function policyPage(
  id: string,
  path: (typeof policyPaths)[keyof typeof policyPaths],
  { title, text }: { readonly title: Bilingual; readonly text: Bilingual },
) {
  return serviceOperation({
    id,
    method: 'get',
    path,
    tag: 'Open Badges 3.0',
    summary: title,
    source: 'https://www.imsglobal.org/spec/ob/v3p0/#service-description-document',
    wire: 'page',
    answers: { 200: { description: 'A page for people.', content: { 'text/html': Type.String() } } },
    handle: (_context, { language }) => ({
      status: 200,
      headers: { 'content-language': language },
      body: page({
        language,
        title: title[language],
        main: html`<h1>${title[language]}</h1><p>${text[language]}</p>`,
      }),
    }),
  });
}

export const showTerms = policyPage('termsOfService', policyPaths.terms, {
  title: { ja: '利用規約', en: 'Terms of service' },
  text: {
    ja: 'これはシミュレーション用のサービスです。実在の学生証やバッジを預けるためには使えません。',
    en: 'This service is a simulation. It is not for keeping student IDs and badges of real people.',
  },
});

export const showPrivacyPolicy = policyPage('privacyPolicy', policyPaths.privacy, {
  title: { ja: '個人情報保護方針', en: 'Privacy policy' },
  text: {
    ja: 'このサービスのデータは、シミュレーションを動かしているマシンの中だけで扱われます。実在の個人の情報は入力しないでください。',
    en: 'What this service holds stays on the machine that runs the simulation. Do not enter data of real people.',
  },
});
