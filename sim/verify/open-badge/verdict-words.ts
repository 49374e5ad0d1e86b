import type { Bilingual } from '../../errors/index.ts';
import type { Verdict } from './verdict.ts';

/** What a verdict means to who asked for it. */
export const verdictSentences: Readonly<Record<Verdict, Bilingual>> = {
  accepted: {
    ja: '受け入れられます: 上の発行元が署名した、有効なバッジです。',
    en: 'Accepted: the issuer above signed it, and it is valid.',
  },
  refused: { ja: '受け入れられません: ✗ の項目が正しくありません。', en: 'Refused: what is marked ✗ is not right.' },
  unconfirmed: {
    ja: 'まだ受け入れられません: 誤りは見つかっていませんが、? の項目を確認できていません。',
    en: 'Not confirmed: nothing wrong was found, but what is marked ? could not be checked.',
  },
};

export const trustSentence: Bilingual = {
  ja: '発行元を信頼するかどうかは、発行元の URL・DID を見て判断してください。名前は誰でも書けます。',
  en: 'Whether to trust that issuer is for you to say, by its URL or DID: anybody can write a name.',
};

const identityKinds: Readonly<Record<string, Bilingual>> = {
  id: { ja: 'ID', en: 'id' },
  emailAddress: { ja: 'メールアドレス', en: 'address' },
  name: { ja: '氏名', en: 'name' },
  sisSourcedId: { ja: '学籍番号', en: 'student number' },
  'ext:nameKana': { ja: '氏名カナ', en: 'name in kana' },
};

/** `sisSourcedId`, `emailAddress (hashed)`: how a summary tells by what a holder is named. */
export function identityWords(kind: string): Bilingual {
  const [type = '', hashed] = kind.split(' (');
  const word = Object.hasOwn(identityKinds, type) ? identityKinds[type] : undefined;
  const { ja, en } = word ?? { ja: type, en: type };
  return hashed === undefined ? { ja, en } : { ja: `${ja}（ハッシュ）`, en: `${en} (hashed)` };
}
