import type { Bilingual } from '#sim/errors';
import type { PhoneModel } from '../../handset/index.ts';
import type { ShownDialog } from './system-state.ts';

type Language = 'ja' | 'en';

/** “Open in app?”: asked before a browser leaves for an app by its scheme. */
export function openInAppDialog(name: Bilingual, language: Language): ShownDialog {
  const title = language === 'ja' ? `“${name.ja}”で開きますか?` : `Open in “${name.en}”?`;
  return { type: 'open-in-app', title, text: '', buttons: pair(language, { ja: '開く', en: 'Open' }) };
}

export function messageDialog(title: string, text: string): ShownDialog {
  return { type: 'message', title, text, buttons: [{ label: 'OK', role: 'accept' }] };
}

/** The prompt for a finger or a face; without one, for the code of the phone. */
export function unlockDialog(
  model: PhoneModel,
  language: Language,
  { reason, isEnrolled, isMiss }: { readonly reason: string; readonly isEnrolled: boolean; readonly isMiss: boolean },
): ShownDialog {
  const isJapanese = language === 'ja';
  const cancel = { label: isJapanese ? 'キャンセル' : 'Cancel', role: 'dismiss' } as const;
  if (!isEnrolled) {
    const title = isJapanese ? 'パスコードを入力' : 'Enter your passcode';
    return { type: 'passcode', title, text: reason, buttons: pair(language, { ja: 'OK', en: 'OK' }) };
  }
  const miss = isJapanese ? '認識できませんでした。もう一度お試しください。' : 'Not recognised. Try again.';
  return { type: 'biometric', title: sensorOf(model, language), text: isMiss ? miss : reason, buttons: [cancel] };
}

function sensorOf({ platform, biometric }: PhoneModel, language: Language): string {
  if (platform === 'iOS') return biometric === 'face' ? 'Face ID' : 'Touch ID';
  if (biometric === 'face') return language === 'ja' ? '顔認証' : 'Face unlock';
  return language === 'ja' ? '指紋認証' : 'Fingerprint';
}

function pair(language: Language, accept: Bilingual): ShownDialog['buttons'] {
  return [
    { label: language === 'ja' ? 'キャンセル' : 'Cancel', role: 'dismiss' },
    { label: accept[language], role: 'accept' },
  ];
}
