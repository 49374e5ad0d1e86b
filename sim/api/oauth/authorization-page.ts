import type { Bilingual, Language, ServiceError } from '../../errors/index.ts';
import type { OpenRequest } from '../../oauth/index.ts';
import { html, type Markup, page } from '../operation/index.ts';
import { oauthPaths } from './addresses.ts';
import { meaningOf } from './scopes.ts';

const words = {
  title: { ja: 'アクセスの許可', en: 'Allow access' },
  asks: { ja: 'が、あなたのウォレットへのアクセスを求めています', en: ' asks for access to your wallet' },
  by: { ja: '求めているサービス', en: 'Who asks' },
  scopes: { ja: '許可すると、このサービスは次のことができます', en: 'If you allow it, this service can' },
  unknown: {
    ja: 'このサービスに心当たりがない場合や、自分で始めた操作でない場合は、「許可しない」を押してください。許可は、あとから取り消せます。',
    en: 'If you do not know this service, or did not start this yourself, press “Do not allow”. You can take the access back later.',
  },
  logIn: {
    ja: '許可する場合は、ウォレットに登録したメールアドレスとパスワードを入力してください。パスワードは、このサービスには渡りません。',
    en: 'To allow it, type the mail address and the password of your wallet. The service does not get the password.',
  },
  address: { ja: 'メールアドレス', en: 'Mail address' },
  password: { ja: 'パスワード', en: 'Password' },
  allow: { ja: '許可する', en: 'Allow' },
  deny: { ja: '許可しない', en: 'Do not allow' },
  terms: { ja: 'このサービスの利用規約', en: 'Its terms of service' },
  policy: { ja: 'このサービスの個人情報保護方針', en: 'Its privacy policy' },
} as const satisfies Record<string, Bilingual>;

export interface AuthorizationPage extends OpenRequest {
  /** Names the request, secretly: it comes back with the form. */
  readonly request: string;
  readonly language: Language;
  /** What kept the last try from being allowed, and the address that was typed then. */
  readonly refusal?: { readonly error: ServiceError; readonly address: string };
}

/** Who asks, for what, and the form to say yes or no: words of the client are shown as words, never as markup. */
export function authorizationPage({ client, scopes, request, language, refusal }: AuthorizationPage): string {
  const say = (text: Bilingual): string => text[language];
  const { client_name: name, client_uri, tos_uri, policy_uri } = client.metadata;
  return page({
    language,
    title: say(words.title),
    main: html`<h1>${language === 'ja' ? `「${name}」` : name}${say(words.asks)}</h1>
<dl><dt>${say(words.by)}</dt><dd>${name}<br><strong>${new URL(client_uri).host}</strong></dd></dl>
<p>${say(words.scopes)}</p>
<ul>${scopes.map((scope) => html`<li>${say(meaningOf(scope))}</li>`)}</ul>
<p>${say(words.unknown)}</p>
<form method="post" action="${oauthPaths.authorize}">
<input type="hidden" name="request" value="${request}">
${refusal === undefined ? html`` : alert(refusal.error, language)}
<p>${say(words.logIn)}</p>
<label for="address">${say(words.address)}</label>
${addressField(refusal?.address ?? '')}
<label for="password">${say(words.password)}</label>
<input id="password" type="password" name="password" autocomplete="current-password" required>
<button name="decision" value="allow">${say(words.allow)}</button>
<button class="second" name="decision" value="deny" formnovalidate>${say(words.deny)}</button>
</form>
<p>${link(tos_uri, say(words.terms))}<br>${link(policy_uri, say(words.policy))}</p>`,
  });
}

/** No `type="email"`: browsers refuse the quoted local parts that students of carriers have. */
function addressField(address: string): Markup {
  return html`<input id="address" type="text" inputmode="email" autocapitalize="none" spellcheck="false" name="address" value="${address}" autocomplete="username" required>`;
}

function alert(error: ServiceError, language: Language): Markup {
  return html`<p role="alert"><strong>${error.detail[language]}</strong> ${error.nextStep[language]}</p>`;
}

/** The client's own pages are told nothing of where the reader came from. */
function link(url: string, text: string): Markup {
  return html`<a href="${url}" target="_blank" rel="noopener noreferrer">${text}</a>`;
}
