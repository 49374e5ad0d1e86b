import type { Language } from '../../errors/index.ts';
import type { Section } from './mail-content.ts';

/** The manual, page 1. */
const appSupport = 'https://support.openbadge.net/ja/contact/';

/** Who answers what: the school knows who was issued what, the service knows its app. */
export function contacts(language: Language, issuerName?: string): Section {
  if (language === 'ja') {
    return {
      heading: 'お問い合わせ先',
      items: [
        `発行の内容、氏名・メールアドレスの訂正、再発行について: ${issuerName ?? '発行元の学校'}の窓口`,
        `アプリやアカウントの操作について: ${appSupport}`,
      ],
    };
  }
  return {
    heading: 'Who to ask',
    items: [
      `What was issued, corrections to your name or address, issuing again: the office of ${issuerName ?? 'the school that issued it'}`,
      `The app and your account: ${appSupport}`,
    ],
  };
}

/** The manual, 1-1. */
export function phoneNeeded(language: Language): string {
  return language === 'ja'
    ? 'スマートフォン（iOS 15.0 以上、または Android 7.0 以上）。PC・タブレットでは受け取り・利用ができません。'
    : 'A smartphone with iOS 15.0 or later, or Android 7.0 or later. It cannot be received or used on a PC or tablet.';
}
