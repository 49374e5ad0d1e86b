import { type Check, fails, holds } from '../check.ts';
import type { Presentation } from '../evidence.ts';
import type { QrCode } from '../qr-code.ts';

const name = { id: 'holder-device', clause: 'todoku QR 1' };

/** The device of the QR is one that the holder is logged in on. */
export function checkHolderDevice(qr: QrCode, presentation: Presentation): Check {
  return presentation.devices.some(({ device }) => device === qr.device)
    ? holds(name, { ja: '本人がログインしている端末です。', en: 'The holder is logged in on this device.' })
    : fails(name, 'device-unregistered', {
        ja: '本人の端末として登録されていません。アプリにログインし直してください。',
        en: 'This is not a device of the holder. Log in to the app again.',
      });
}
