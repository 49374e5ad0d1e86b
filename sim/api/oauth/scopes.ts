import type { Bilingual } from '../../errors/index.ts';
import { offlineAccess } from '../../oauth/index.ts';

/** https://www.imsglobal.org/spec/ob/v3p0/#scopes */
export type BadgeScope = 'credential.readonly' | 'credential.upsert' | 'profile.readonly' | 'profile.update';

const prefix = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/';

export function scopeOf(scope: BadgeScope): string {
  return prefix + scope;
}

/** What each allows, in words for the student who is asked. */
const meanings: Readonly<Record<BadgeScope, Bilingual>> = {
  'credential.readonly': {
    ja: '学生証とバッジをすべて見る（氏名、学籍番号などを含みます）',
    en: 'See your student ID and all your badges, with the name, student number and so on in them',
  },
  'credential.upsert': {
    ja: 'バッジを加える、または新しいものに置き換える',
    en: 'Add badges, and replace badges by newer ones',
  },
  'profile.readonly': {
    ja: '氏名とメールアドレスなどのプロフィールを見る',
    en: 'See your profile, such as your name and mail address',
  },
  'profile.update': { ja: 'プロフィールを書き換える', en: 'Change your profile' },
};

const meaningOfOffline: Bilingual = {
  ja: '許可を取り消すまで、利用中でないときもアクセスを続ける',
  en: 'Keep that access, also while you are not there, until you take it back',
};

/** Every scope of the Open Badges API with what it allows, by its whole name. */
export const badgeScopes: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  Object.entries(meanings).map(([name, meaning]) => [prefix + name, meaning]),
);

export function meaningOf(scope: string): Bilingual {
  const known = scope === offlineAccess ? meaningOfOffline : badgeScopes[scope];
  return known ?? { ja: scope, en: scope };
}
