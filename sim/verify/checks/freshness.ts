import type { Instant } from '../../kernel/index.ts';
import { type Check, fails, holds } from '../check.ts';
import { type QrCode, timeStepMs } from '../qr-code.ts';

const name = { id: 'freshness', clause: 'https://www.rfc-editor.org/rfc/rfc6238#section-5.2' };

/**
 * The time step of the QR is the gate's own, give or take the drift that clocks have
 * (the reasoning of https://www.rfc-editor.org/rfc/rfc6238#section-5.2). A picture of a QR fails here.
 */
export function checkFreshness(qr: QrCode, now: Instant, driftSteps: number): Check {
  const ahead = qr.timeStep - Math.floor(now / timeStepMs);
  if (ahead < -driftSteps) {
    return fails(name, 'qr-stale', {
      ja: 'QRコードが古くなっています。画面の写しではなく、アプリの学生証を表示してください。アプリの学生証でもこうなるときは、端末の日時の自動設定をオンにしてください。',
      en: 'The QR code is too old. Show the student ID live in the app, not a picture of it. If that happens in the app too, turn on automatic date and time on the phone.',
    });
  }
  if (ahead > driftSteps) {
    return fails(name, 'qr-early', {
      ja: '端末の時計が進んでいます。日時の自動設定をオンにしてください。',
      en: 'The clock of the phone is ahead. Turn on automatic date and time.',
    });
  }
  return holds(name, { ja: 'いま表示されているQRコードです。', en: 'The QR code is of this moment.' });
}
