import type { Bilingual } from '#sim/errors';
import type { EventData } from '#sim/events';
import type { Family } from './family.ts';

const endings: Readonly<Record<EventData<'access.ended'>['by'], Bilingual>> = {
  subject: { ja: '本人による取り消し', en: 'the student took it back' },
  client: { ja: '相手のサービスによる取り消し', en: 'the service gave it back' },
  'password-reset': { ja: 'パスワードの再設定', en: 'the password was reset' },
  'code-reused': { ja: '認可コードの2回目の使用', en: 'its authorization code was used twice' },
  'refresh-token-reused': { ja: '使用済みリフレッシュトークンの使用', en: 'a used refresh token came again' },
};

const outcomes: Readonly<Record<EventData<'badge.uploaded'>['outcome'], Bilingual>> = {
  created: { ja: 'バッジを受け取りました', en: 'A badge was sent' },
  replaced: { ja: 'バッジを新しい版に置き換えました', en: 'A badge was replaced by a newer one' },
  kept: {
    ja: '同じバッジか古い版が届き、手元のバッジを残しました',
    en: 'A badge that is not newer came, and nothing changed',
  },
};

const verdicts: Readonly<Record<EventData<'badge.uploaded'>['verdict'], Bilingual>> = {
  accepted: { ja: '検証済み', en: 'it verifies' },
  unconfirmed: { ja: '発行元に確認できず', en: 'its issuer could not be asked' },
};

export const accessSentences: Family<'access' | 'badge'> = {
  'access.granted': ({ client }) => ({
    ja: `学生が、外部サービス ${client} にバッジへのアクセスを許可しました。`,
    en: `The student let the service ${client} at the badges.`,
  }),
  'access.denied': ({ client }) => ({
    ja: `外部サービス ${client} へのアクセスは許可されませんでした。`,
    en: `The service ${client} was not let at the badges.`,
  }),
  'access.ended': ({ client, by }) => ({
    ja: `外部サービス ${client} への許可が終わりました（${endings[by].ja}）。`,
    en: `The access of the service ${client} ended (${endings[by].en}).`,
  }),
  'badge.uploaded': ({ account, client, outcome, verdict }) => ({
    ja: `外部サービス ${client} からアカウント ${account} に: ${outcomes[outcome].ja}（${verdicts[verdict].ja}）。`,
    en: `${outcomes[outcome].en}, from the service ${client} for account ${account} (${verdicts[verdict].en}).`,
  }),
};
