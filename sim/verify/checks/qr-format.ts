import { type Check, fails, holds } from '../check.ts';
import { parseQrCode } from '../qr-code.ts';

const name = { id: 'qr-format', clause: 'todoku QR 1' };

export function checkQrFormat(text: unknown): Check {
  return parseQrCode(text) === undefined
    ? fails(name, 'qr-format', {
        ja: '学生証のQRコードではありません。',
        en: 'This is not the QR code of a student ID.',
      })
    : holds(name, { ja: '学生証のQRコードです。', en: 'The QR code is one of a student ID.' });
}
