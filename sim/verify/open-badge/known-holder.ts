import { hash } from 'node:crypto';
import type { Bilingual } from '../../errors/index.ts';
import { type JsonObject, textOf } from '../json-object.ts';

type Algorithm = 'sha256' | 'md5';

/** OB 3.0 IdentityHash: hex(hash(UTF-8(identifier ‖ salt))). */
export function isKnownBy(identity: JsonObject, known: string): boolean {
  const written = textOf(identity.identityHash) ?? '';
  if (identity.hashed !== true) return written === known;
  const [algorithm, digest] = written.split('$');
  if (algorithm !== 'sha256' && algorithm !== 'md5') return false;
  return hash(algorithm, known + (textOf(identity.salt) ?? ''), 'hex') === digest?.toLowerCase();
}

interface Spelling {
  readonly told: Bilingual;
  readonly of: (known: string) => string;
}

const asWritten: Spelling = { told: { ja: '', en: '' }, of: (known) => known };

/** How others might have written the same before they hashed it, the likeliest first. */
const spellings: readonly Spelling[] = [
  asWritten,
  { told: { ja: '前後の空白を除く', en: 'without the spaces around it' }, of: (known) => known.trim() },
  { told: { ja: '小文字にする', en: 'in small letters' }, of: (known) => known.trim().toLowerCase() },
  { told: { ja: '大文字にする', en: 'in capital letters' }, of: (known) => known.trim().toUpperCase() },
  {
    told: { ja: '先頭を大文字にする', en: 'with a capital first letter' },
    of: (known) => known.trim().charAt(0).toUpperCase() + known.trim().slice(1).toLowerCase(),
  },
  {
    told: { ja: '全角を半角にする', en: 'with letters of normal width' },
    of: (known) => known.trim().normalize('NFKC'),
  },
  {
    told: { ja: '全角を半角に、大文字を小文字にする', en: 'in small letters of normal width' },
    of: (known) => known.trim().normalize('NFKC').toLowerCase(),
  },
  { told: { ja: '「+」以降の別名を除く', en: 'without the tag behind "+"' }, of: (known) => untagged(plain(known)) },
  {
    told: { ja: 'Gmail の「.」と「+」以降を除く', en: 'without dots and tag, as Gmail delivers it' },
    of: (known) => undotted(untagged(plain(known))),
  },
];

const saltPlaces: readonly { readonly told: Bilingual; readonly of: (known: string, salt: string) => string }[] = [
  { told: { ja: '', en: '' }, of: (known, salt) => known + salt },
  { told: { ja: 'ソルトを使わない', en: 'without the salt' }, of: (known) => known },
  { told: { ja: 'ソルトを前に置く', en: 'with the salt in front' }, of: (known, salt) => salt + known },
];

/**
 * Why a hash does not match, for support: what would have to differ for it to match. It never makes it match.
 * Undefined when nothing that is known here would do.
 */
export function diagnose(identity: JsonObject, known: string): Bilingual | undefined {
  const salt = textOf(identity.salt) ?? '';
  const written = textOf(identity.identityHash) ?? '';
  const digest = (written.includes('$') ? (written.split('$')[1] ?? '') : written).toLowerCase();
  for (const algorithm of [identity.hashed === true ? named(written) : 'plain', ...others(written)] as const) {
    for (const place of saltPlaces) {
      for (const spelling of spellings) {
        const text = place.of(spelling.of(known), salt);
        const isSame = algorithm === 'plain' ? spelling.of(known) === written : hash(algorithm, text, 'hex') === digest;
        if (isSame) return joined([spelling.told, place.told, algorithmTold(algorithm, identity)]);
      }
    }
  }
  return undefined;
}

function named(written: string): Algorithm {
  return written.startsWith('md5$') ? 'md5' : 'sha256';
}

function others(written: string): readonly Algorithm[] {
  return named(written) === 'md5' ? ['sha256', 'md5'] : ['md5', 'sha256'];
}

function algorithmTold(algorithm: Algorithm | 'plain', identity: JsonObject): Bilingual {
  const isAsSaid =
    algorithm === 'plain' || (identity.hashed === true && textOf(identity.identityHash)?.startsWith(`${algorithm}$`));
  if (isAsSaid === true) return { ja: '', en: '' };
  return { ja: `${algorithm} で計算する`, en: `hashed with ${algorithm}, which it does not say` };
}

function joined(parts: readonly Bilingual[]): Bilingual | undefined {
  const said = parts.filter(({ ja }) => ja !== '');
  return said.length === 0
    ? undefined
    : { ja: said.map(({ ja }) => ja).join('・'), en: said.map(({ en }) => en).join(', ') };
}

function plain(known: string): string {
  return known.trim().normalize('NFKC').toLowerCase();
}

function untagged(address: string): string {
  return address.replace(/\+[^@]*(?=@)/, '');
}

function undotted(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  return domain === 'gmail.com' || domain === 'googlemail.com' ? `${local.replaceAll('.', '')}@${domain}` : address;
}
