/** A mail that looks like the issue notice and is none: its link leads to another host. */
export interface Lookalike {
  /** The address in From. */
  readonly from: string;
  readonly to: string;
  readonly issuerName: string;
  readonly recipientName: string;
  readonly host: string;
  readonly sentAt: number;
}

/** The message as bytes; only ASCII goes on the wire. */
export function lookalikeMail({ from, to, issuerName, recipientName, host, sentAt }: Lookalike): Buffer {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const text = [
    `${recipientName} 様`,
    '',
    `${issuerName}から、あなたのスマート学生証（オープンバッジ）が発行されました。`,
    '本日中に下のリンクからパスワードを入力しないと、学生証は無効になります。',
    '',
    `https://${host}/receive/`,
    '',
  ].join('\r\n');
  const lines = [
    `From: ${words('オープンバッジサービス')} <${from}>`,
    `To: <${to}>`,
    `Subject: ${words(`【${issuerName}】からオープンバッジ発行のお知らせ`)}`,
    `Date: ${new Date(sentAt).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <lookalike.${sentAt}@${domain}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(encoded(text).match(/.{1,76}/g) ?? []),
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

/** Ten characters fit an encoded-word: https://www.rfc-editor.org/rfc/rfc2047#section-2 */
function words(text: string): string {
  return (text.match(/.{1,10}/gu) ?? []).map((part) => `=?UTF-8?B?${encoded(part)}?=`).join('\r\n ');
}

function encoded(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
