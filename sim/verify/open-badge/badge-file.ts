import { unbake } from '../../baking/index.ts';
import { type Bilingual, ServiceError } from '../../errors/index.ts';
import { type Check, fails, holds } from '../check.ts';
import { isTooDeep, type JsonObject, listOf, objectOf, typesOf } from '../json-object.ts';
import { credentialLengthMax, isCompactJws, readUnproven, type UnprovenCredential } from './unproven-credential.ts';

/** What a badge came in: https://www.imsglobal.org/spec/ob/v3p0/#docformat */
export type Container = 'json' | 'jws' | 'png' | 'svg';

export interface BadgeFile extends UnprovenCredential {
  readonly container: Container;
}

const name = { id: 'format', clause: 'https://www.imsglobal.org/spec/ob/v3p0/#docformat' };

const containers: Readonly<Record<Container, Bilingual>> = {
  json: { ja: 'JSON（証明付き）のオープンバッジです。', en: 'It is an Open Badge as JSON with a proof.' },
  jws: { ja: 'VC-JWT のオープンバッジです。', en: 'It is an Open Badge as a VC-JWT.' },
  png: { ja: 'オープンバッジが埋め込まれた PNG 画像です。', en: 'It is a PNG picture with an Open Badge in it.' },
  svg: { ja: 'オープンバッジが埋め込まれた SVG 画像です。', en: 'It is an SVG picture with an Open Badge in it.' },
};

/** What a file is. Whatever is no badge of Open Badges 3.0 is told what it is, and what to do. */
export function readBadgeFile(bytes: Uint8Array): { readonly check: Check; readonly file?: BadgeFile } {
  try {
    const { container, text } = textIn(bytes);
    const secured = readUnproven(text);
    if (secured === undefined) return { check: fails(name, ...unreadable(text)) };
    const unlike = otherObject(secured);
    if (unlike !== undefined) return { check: fails(name, ...unlike) };
    return { check: holds(name, containers[container]), file: { container, ...secured } };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { check: fails(name, error.code, told(error)) };
  }
}

function told({ detail, nextStep }: ServiceError): Bilingual {
  return { ja: `${detail.ja}${nextStep.ja}`, en: `${detail.en} ${nextStep.en}` };
}

/** Throws ServiceError `badge-…` for a picture from which nothing can be taken. */
function textIn(bytes: Uint8Array): { readonly container: Container; readonly text: string } {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const isMarkup = /^(?:\xEF\xBB\xBF)?\s*<(?!!doctype html|html)/i.test(start);
  if (isMarkup || /^\x89PNG/.test(start)) {
    const { format, text } = unbake(bytes);
    return { container: format, text };
  }
  const text = bytes.length > 4 * credentialLengthMax ? '' : Buffer.from(bytes).toString('utf8');
  if (text === '' && bytes.length > 0) return { container: 'json', text: ' '.repeat(credentialLengthMax + 1) };
  return { container: isCompactJws(text.trim()) ? 'jws' : 'json', text };
}

type Refusal = readonly [code: string, sentence: Bilingual];

const refusals = {
  'not-a-badge': (): Refusal => [
    'not-a-badge',
    {
      ja: 'オープンバッジのファイルではありません。バッジの発行サイトやウォレットから、PNG・SVG・JSON のいずれかで保存し直してください。',
      en: 'This is no file of an Open Badge. Save the badge again from the issuer’s site or the wallet, as PNG, SVG or JSON.',
    },
  ],
  empty: (): Refusal => [
    'empty',
    { ja: '中身のないファイルです。もう一度保存してください。', en: 'The file is empty. Save it again.' },
  ],
  'too-large': (): Refusal => [
    'too-large',
    {
      ja: 'バッジとしては大きすぎます（1 MB まで）。別のファイルを選んでいないか確かめてください。',
      en: 'It is too large for a badge (1 MB at most). Check that it is the right file.',
    },
  ],
  'web-page': (): Refusal => [
    'web-page',
    {
      ja: 'バッジではなく、バッジを表示するウェブページを保存したもののようです。そのページの「ダウンロード」から保存してください。',
      en: 'This is a web page, not a badge. Save the badge with the download button of that page.',
    },
  ],
  picture: (kind: string): Refusal => [
    'picture-without-badge',
    {
      ja: `${kind} です。オープンバッジは PNG か SVG の画像に入っています。画面の写しや変換した画像ではなく、ダウンロードした元のファイルをお使いください。`,
      en: `This is a ${kind}. Badges are in PNG and SVG pictures: take the file as it was downloaded, not a screenshot or a converted one.`,
    },
  ],
  json: (): Refusal => [
    'json-broken',
    {
      ja: 'JSON として読み取れません。コピーの途中で欠けたか、書き換えられています。もう一度ダウンロードしてください。',
      en: 'It is not JSON: part of it was lost or changed on the way. Download it again.',
    },
  ],
  repeated: (): Refusal => [
    'json-repeated-name',
    {
      ja: '同じ名前の項目が2つあり、どちらが正しいか決められません。書き換えられたおそれがあります。もう一度ダウンロードしてください。',
      en: 'Some member of it stands twice, and nobody can tell which counts. It may have been altered: download it again.',
    },
  ],
  deep: (): Refusal => [
    'too-deep',
    { ja: '入れ子が深すぎるため、読み取りません。', en: 'It is nested too deeply to be read.' },
  ],
  'open-badges-2': (): Refusal => [
    'open-badges-2',
    {
      ja: 'Open Badges 2.0 のバッジです。ここで検証できるのは 3.0 のバッジです。発行元のページで確かめるか、3.0 での再発行を依頼してください。',
      en: 'This is a badge of Open Badges 2.0, and 3.0 is what is verified here. Check it at the issuer’s page, or ask for it as 3.0.',
    },
  ],
  presentation: (): Refusal => [
    'presentation',
    {
      ja: 'ウォレットの提示データ（Verifiable Presentation）です。中にあるバッジを1件ずつ取り出して検証してください。',
      en: 'This is a presentation of a wallet. Take the badges out of it and verify each.',
    },
  ],
  other: (type: string): Refusal => [
    'other-credential',
    {
      ja: `オープンバッジではない証明書（${type}）です。オープンバッジのファイルを選び直してください。`,
      en: `This is a credential of another kind (${type}). Choose the file of an Open Badge.`,
    },
  ],
} as const;

/** What a text is that {@link readUnproven} made nothing of. */
function unreadable(text: string): Refusal {
  if (text.length > credentialLengthMax) return refusals['too-large']();
  const start = text
    .slice(0, 200)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start === '') return refusals.empty();
  if (/^<(!doctype html|html)/i.test(start)) return refusals['web-page']();
  if (start.startsWith('%PDF')) return refusals.picture('PDF');
  if (start.startsWith('\uFFFD\uFFFD\uFFFD')) return refusals.picture('JPEG');
  if (/^(GIF8|RIFF)/.test(start)) return refusals.picture(start.startsWith('G') ? 'GIF' : 'WebP');
  if (!start.startsWith('{')) return refusals['not-a-badge']();
  if (isTooDeep(text)) return refusals.deep();
  return isJson(text) ? refusals.repeated() : refusals.json();
}

/** Then only a name that stands twice keeps it from being read. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}

/** https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html */
function isVersion2(object: JsonObject): boolean {
  const contexts = listOf(object['@context']);
  const isNamed = contexts.some((context) => typeof context === 'string' && /openbadges\/v[12]/.test(context));
  return isNamed || (typesOf(object).includes('Assertion') && object.credentialSubject === undefined);
}

function otherObject({ document, credential }: UnprovenCredential): Refusal | undefined {
  if (isVersion2(document)) return refusals['open-badges-2']();
  const types = typesOf(credential);
  if (types.includes('VerifiablePresentation') || objectOf(document.vp) !== undefined) return refusals.presentation();
  if (types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')) return undefined;
  if (!types.includes('VerifiableCredential')) return refusals['not-a-badge']();
  return refusals.other(types.find((type) => type !== 'VerifiableCredential')?.slice(0, 60) ?? 'VerifiableCredential');
}
