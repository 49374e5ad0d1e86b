import type { Bilingual } from '#sim/errors';
import { formatDuration, type Json } from '#sim/kernel';
import { durationWords } from './duration-words.ts';
import { inlineYaml } from './inline-yaml.ts';
import { perCell } from './per-cell.ts';

/** The words for what settings and parameters can be; what is not here is said as it is written. */
const choices: Readonly<Record<string, Bilingual>> = {
  true: { ja: 'する', en: 'on' },
  false: { ja: 'しない', en: 'off' },
  off: { ja: 'オフ', en: 'off' },
  weak: { ja: '弱', en: 'weak' },
  strong: { ja: '強', en: 'strong' },
  auto: { ja: '自動', en: 'automatic' },
  'contacts-only': { ja: '電話帳に登録した差出人だけ', en: 'contacts only' },
  low: { ja: '緩い', en: 'low' },
  high: { ja: '厳しい', en: 'high' },
  reject: { ja: '受け付けない', en: 'rejected' },
  warn: { ja: '注意だけする', en: 'only marked' },
  kids: { ja: 'キッズ', en: 'kids' },
  recommended: { ja: 'オススメ', en: 'recommended' },
  junior: { ja: 'ジュニアオススメ', en: 'junior' },
  'high-confidence-spam': { ja: '迷惑メールの可能性が極めて高い', en: 'spam with high confidence' },
  'high-confidence-phishing': { ja: 'フィッシングの可能性が極めて高い', en: 'phishing with high confidence' },
  right: { ja: '正しい', en: 'right' },
  missing: { ja: 'なし', en: 'missing' },
  wrong: { ja: '誤り', en: 'wrong' },
};

/** The words of a setting or parameter whose values mean something of their own. */
const choicesOf: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  refusesSpoofed: {
    low: { ja: '低', en: 'low' },
    middle: { ja: '中', en: 'middle' },
    high: { ja: '高', en: 'high' },
    mobile: { ja: '携帯電話会社のドメインだけ', en: 'domains of carriers only' },
    all: { ja: 'すべて', en: 'all' },
  },
  addresses: {
    any: { ja: '携帯電話会社が配ったものはすべて', en: 'all that carriers gave out' },
    strict: {
      ja: 'RFC 5321に従うものだけ（連続するドットなどは不可）',
      en: 'only those of RFC 5321: no two dots in a row',
    },
  },
  dmarc: { reject: { ja: 'reject（拒否）', en: 'reject' } },
};

/** A setting or parameter with its value: `迷惑メール判定の厳しさ: 厳しい`. A key in milliseconds has a duration. */
export function settingWords(key: string, name: Bilingual, value: Json): Bilingual {
  const cell = perCell(value);
  if (cell !== undefined) return { ja: `${name.ja}（${cell.ja}）`, en: `${name.en} (${cell.en})` };
  const said = valueWords(key, value);
  return { ja: `${name.ja}: ${said.ja}`, en: `${name.en}: ${said.en}` };
}

export function valueWords(key: string, value: Json): Bilingual {
  if (typeof value === 'number' && /Ms(Min|Max)?$/.test(key)) return durationWords(formatDuration(value));
  const own = Object.hasOwn(choicesOf, key) ? choicesOf[key]?.[String(value)] : undefined;
  const listed = own ?? (Object.hasOwn(choices, String(value)) ? choices[String(value)] : undefined);
  if (listed !== undefined) return listed;
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => valueWords(key, item));
    return { ja: items.map(({ ja }) => ja).join('、'), en: items.map(({ en }) => en).join(', ') };
  }
  if (typeof value === 'object' && value !== null) {
    const text = Object.entries(value)
      .map(([member, item]) => `${member}=${String(item)}`)
      .join(' ');
    return { ja: text, en: text };
  }
  const text = typeof value === 'string' ? value : inlineYaml(value);
  return { ja: text, en: text };
}
