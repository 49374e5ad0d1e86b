import { type Check, fails, holds } from '../check.ts';
import { parseQrCode } from '../qr-code.ts';

const id = 'qr-format';

export function checkQrFormat(text: unknown): Check {
  return parseQrCode(text) === undefined
    ? fails(id, 'qr-format', { ja: '学生証のQRコードではありません。', en: 'This is not the QR code of a student ID.' })
    : holds(id, { ja: '学生証のQRコードです。', en: 'The QR code is one of a student ID.' });
}
