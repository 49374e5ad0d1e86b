import type { Bilingual, Language } from '../../errors/index.ts';
import { parseInstant } from '../../kernel/index.ts';
import type { OfferPage } from '../../wallet/index.ts';
import { localTime } from '../local-time.ts';
import { html, type Markup, type PageContent } from '../operation/index.ts';

interface LivePage {
  readonly mail: Bilingual;
  readonly title: Bilingual;
  readonly meaning: Bilingual;
  /** What it is about: name and value. */
  readonly facts: readonly (readonly [Bilingual, string])[];
  readonly expiresAt: string;
  readonly next: readonly Bilingual[];
  /** Whether it can be received with a wallet of someone else. */
  readonly isElsewhereToo?: boolean;
}

const texts = {
  live: { ja: 'このリンクは使えます', en: 'This link can be used' },
  from: { ja: '発行元', en: 'From' },
  what: { ja: '届いているもの', en: 'What is waiting' },
  address: { ja: '宛先', en: 'Sent to' },
  service: { ja: 'オープンバッジサービス', en: 'Open badge service' },
  until: { ja: '期限', en: 'Until' },
  next: { ja: '次にすること', en: 'What to do next' },
  openInApp: {
    ja: 'スマートフォンのアプリで、このリンクを開いてください。',
    en: 'Open this link in the app on your smartphone.',
  },
  elsewhere: { ja: 'ほかのウォレットで受け取る', en: 'Receive it with another wallet' },
  nothingYet: {
    ja: 'このページを開いただけでは、何も変わりません。',
    en: 'Nothing has happened by opening this page.',
  },
} as const satisfies Record<string, Bilingual>;

export function offerPage(
  language: Language,
  { school, achievement, address, expiresAt, screen, protocols }: OfferPage,
): PageContent {
  return livePage(language, {
    mail: { ja: '発行のお知らせメールのリンク', en: 'The link of the mail about the student ID' },
    title: { ja: '学生証を受け取れます', en: 'A student ID is waiting for you' },
    meaning: {
      ja: '学校が、あなたの学生証を発行しました。',
      en: 'Your school has issued a student ID for you.',
    },
    facts: [
      [texts.from, school.name[language]],
      [texts.what, achievement.name[language]],
      [texts.address, address],
    ],
    expiresAt,
    next: [
      texts.openInApp,
      screen === 'login'
        ? { ja: 'アプリにログインすると、学生証を受け取れます。', en: 'Log in to the app: you can receive it there.' }
        : {
            ja: '利用規約と個人情報保護方針を確認し、同意して登録すると、学生証を受け取れます。',
            en: 'Read and agree to the terms of use and the privacy policy, and register: you can then receive it.',
          },
    ],
    isElsewhereToo: protocols !== undefined,
  });
}

export function activationPage(language: Language, { expiresAt }: { readonly expiresAt: string }): PageContent {
  return livePage(language, {
    mail: { ja: '仮登録のお知らせメールのリンク', en: 'The link of the activation mail' },
    title: { ja: 'アカウントを有効にできます', en: 'You can activate your account' },
    meaning: {
      ja: '仮登録したアカウントを、本登録するためのリンクです。',
      en: 'This link activates the account that you registered.',
    },
    facts: [[texts.from, texts.service[language]]],
    expiresAt,
    next: [
      texts.openInApp,
      {
        ja: '有効化のボタンを押すと、ログインできるようになります。',
        en: 'Press the button there; you can then log in.',
      },
    ],
  });
}

export function resetPage(language: Language, { expiresAt }: { readonly expiresAt: string }): PageContent {
  return livePage(language, {
    mail: { ja: 'パスワード再設定メールのリンク', en: 'The link of the mail for a new password' },
    title: { ja: 'パスワードを再設定できます', en: 'You can set a new password' },
    meaning: {
      ja: '新しいパスワードを決めるためのリンクです。',
      en: 'With this link you choose a new password.',
    },
    facts: [[texts.from, texts.service[language]]],
    expiresAt,
    next: [
      texts.openInApp,
      {
        ja: '新しいパスワードを入力してください。申し込んだ覚えがない場合は、何もする必要はありません。',
        en: 'Type the new password there. If you did not ask for it, there is nothing to do.',
      },
    ],
  });
}

export function confirmationPage(
  language: Language,
  { address, expiresAt }: { readonly address: string; readonly expiresAt: string },
): PageContent {
  return livePage(language, {
    mail: { ja: 'メールアドレス確認メールのリンク', en: 'The link of the mail that confirms an address' },
    title: { ja: 'メールアドレスを追加できます', en: 'You can add this address' },
    meaning: {
      ja: 'アカウントにメールアドレスを追加するためのリンクです。',
      en: 'This link adds an address to your account.',
    },
    facts: [
      [texts.from, texts.service[language]],
      [texts.address, address],
    ],
    expiresAt,
    next: [
      texts.openInApp,
      {
        ja: '追加を申し込んだアカウントでログインして、確認してください。申し込んだ覚えがない場合は、何もする必要はありません。',
        en: 'Log in to the account that asked for it and confirm. If you did not ask for it, there is nothing to do.',
      },
    ],
  });
}

function livePage(language: Language, page: LivePage): PageContent {
  const { mail, title, meaning, facts, expiresAt, next, isElsewhereToo = false } = page;
  const say = (text: Bilingual): string => text[language];
  const fact = ([name, value]: readonly [Bilingual, string]): Markup => html`<dt>${say(name)}</dt><dd>${value}</dd>\n`;
  const until = parseInstant(expiresAt);
  return {
    language,
    title: say(title),
    main: html`<p class="about">${say(mail)}</p>
<h1>${say(title)}</h1>
<p><span class="state good">${say(texts.live)}</span></p>
<p>${say(meaning)}</p>
<dl>
${facts.map(fact)}<dt>${say(texts.until)}</dt><dd>${until === undefined ? expiresAt : localTime(language, until)}</dd>
</dl>
<div class="next">
<h2>${say(texts.next)}</h2>
<ol>${next.map((step) => html`<li>${say(step)}</li>`)}</ol>
<p>${say(texts.nothingYet)}</p>
</div>
${isElsewhereToo ? html`<p><a href="?in=other">${say(texts.elsewhere)}</a></p>` : ''}`,
  };
}
