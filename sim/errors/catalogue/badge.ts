import type { ErrorEntry } from '../error-entry.ts';

const forOperator = { audience: 'operator', retry: 'never' } as const;

/** What is wrong with the picture that a credential stands in, or shall stand in, and with badges of version 2.0. */
export const badgeErrors = {
  'badge-image-unknown': {
    ...forOperator,
    status: 415,
    title: { ja: 'バッジの画像ではありません', en: 'This is no picture of a badge' },
    detail: { ja: '内容が PNG でも SVG でもありません。', en: 'What it holds is neither PNG nor SVG.' },
    nextStep: {
      ja: 'PNG または SVG の画像を指定してください。ほかの形式の画像は、先に PNG に変換してください。',
      en: 'Give a PNG or an SVG; convert other pictures to PNG first.',
    },
  },
  'badge-too-large': {
    ...forOperator,
    status: 413,
    title: { ja: 'バッジが大きすぎます', en: 'The badge is too large' },
    detail: {
      ja: '{partJa}が{bytesMax}バイトの上限を超えています。',
      en: '{partEn} has more than {bytesMax} bytes, the most that is read.',
    },
    nextStep: { ja: '画像を小さくして、もう一度お試しください。', en: 'Make the picture smaller and try again.' },
  },
  'badge-png-broken': {
    ...forOperator,
    status: 422,
    title: { ja: 'PNG の画像が壊れています', en: 'The PNG is damaged' },
    detail: { ja: '{at}バイト目: {reasonJa}。', en: 'At byte {at}: {reasonEn}.' },
    nextStep: {
      ja: '元の画像をもう一度入手してください。メールやチャットで送ると変わることがあるため、ファイルのまま受け取ってください。',
      en: 'Get the original picture again, as a file: mail and chat services may change pictures.',
    },
  },
  'badge-svg-refused': {
    ...forOperator,
    status: 422,
    title: { ja: 'SVG の画像を読み取れません', en: 'The SVG cannot be read' },
    detail: { ja: '{line}行目: {reasonJa}。', en: 'In line {line}: {reasonEn}.' },
    nextStep: {
      ja: '画像を「プレーン SVG」（UTF-8、DOCTYPE なし）で保存し直してください。',
      en: 'Save the picture again as plain SVG, in UTF-8 and without a DOCTYPE.',
    },
  },
  'badge-not-baked': {
    ...forOperator,
    status: 422,
    title: { ja: '画像に証明書が入っていません', en: 'The picture holds no credential' },
    detail: {
      ja: 'Open Badges 3.0 の証明書も 2.0 のバッジも、この画像には入っていません。',
      en: 'Neither an Open Badges 3.0 credential nor a 2.0 badge is in it.',
    },
    nextStep: {
      ja: '画像のコピー、縮小、スクリーンショットでは中身が失われます。発行元から受け取ったファイルをそのまま使ってください。',
      en: 'Copies, resized pictures and screenshots lose it: use the very file that the issuer gave.',
    },
  },
  'badge-baked-twice': {
    ...forOperator,
    status: 422,
    title: { ja: '画像に証明書が2つ入っています', en: 'The picture holds two credentials' },
    detail: {
      ja: '内容の違う証明書が {place} に2つ以上あり、どちらが正しいか決められません。',
      en: 'There are several in {place}, and they differ: none of them can be taken for the one.',
    },
    nextStep: {
      ja: '発行元に画像を作り直してもらうか、`todoku badge bake` で正しい証明書を入れ直してください。',
      en: 'Have the issuer make it anew, or bake the right credential with `todoku badge bake`.',
    },
  },
  'badge-text-unreadable': {
    ...forOperator,
    status: 422,
    title: { ja: '画像の中の証明書を読み取れません', en: 'What is baked in cannot be read' },
    detail: {
      ja: '{place} の中身を読み取れません（{reasonJa}）。',
      en: 'The text in {place} cannot be read: {reasonEn}.',
    },
    nextStep: { ja: '発行元に画像を作り直してもらってください。', en: 'Have the issuer make the picture anew.' },
  },
  'badge-credential-unfit': {
    ...forOperator,
    status: 422,
    title: { ja: '画像に入れる証明書ではありません', en: 'This is nothing to bake into a picture' },
    detail: {
      ja: '証明書は、署名付きの文字列（コンパクト JWS）か JSON のオブジェクトでなければなりません。',
      en: 'A credential is a signed text (a compact JWS) or a JSON object; this is neither.',
    },
    nextStep: {
      ja: '発行された証明書のファイル（.jwt、.jws、.json）をそのまま指定してください。',
      en: 'Give the file of the credential as it was issued: .jwt, .jws or .json.',
    },
  },
  'badge-url-refused': {
    ...forOperator,
    status: 502,
    title: { ja: 'バッジを受け取れませんでした', en: 'The badge was not handed out' },
    detail: {
      ja: '{host} がバッジを返しませんでした（HTTP {status}）。',
      en: '{host} did not answer with a badge (HTTP {status}).',
    },
    nextStep: {
      ja: 'URL をブラウザーで開いて確かめ、バッジのファイルを保存してから、そのファイルを指定してください。',
      en: 'Open the URL in a browser, save the badge there, and give that file.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
