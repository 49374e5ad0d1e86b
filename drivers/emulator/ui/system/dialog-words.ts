import type { Language, SystemDialog, SystemState } from './state.ts';
import { permissionWords, say, words } from './words.ts';

/** What a dialog of the system says; alerts of Appium (`getAlertText`, `mobile: alert`) are made from the same words. */
export interface DialogWords {
  readonly title: string;
  /** Empty when the title says it all. */
  readonly text: string;
  /** Absent where only a face, a finger or the time answers. */
  readonly accept?: string;
  readonly dismiss?: string;
}

export function dialogWords(
  dialog: SystemDialog,
  { platform, language }: Pick<SystemState, 'platform' | 'language'>,
): DialogWords {
  const isIos = platform === 'iOS';
  switch (dialog.type) {
    case 'biometric':
      return biometricWords(dialog, isIos, language);
    case 'permission': {
      const asked = permissionWords[dialog.permission][isIos ? 'ios' : 'android'];
      const isOnce = !isIos && dialog.permission !== 'notifications' && dialog.permission !== 'photos';
      return {
        title: say(asked, language, { app: dialog.app[language] }),
        text: '',
        accept: (isOnce ? words.allowAndroid : words.allow)[language],
        dismiss: words.deny[language],
      };
    }
    case 'open-in-app': {
      const names = { app: dialog.app[language], from: dialog.from[language] };
      return {
        title: say(isIos ? words.openInApp : words.openInAppAndroid, language, names),
        text: '',
        accept: words.open[language],
        dismiss: words.cancel[language],
      };
    }
    case 'low-battery':
      return {
        title: words.lowBattery[language],
        text: say(words.lowBatteryText, language, { level: dialog.level }),
        accept: words.ok[language],
      };
    case 'alert': {
      const [first, ...others] = dialog.buttons;
      const last = others.at(-1);
      // As browsers order them: what declines comes first.
      if (last === undefined) return { title: dialog.text, text: '', accept: first ?? words.ok[language] };
      return { title: dialog.text, text: '', accept: last, ...(first !== undefined && { dismiss: first }) };
    }
  }
}

function biometricWords(
  { method, app, reason, isRefused = false }: Extract<SystemDialog, { readonly type: 'biometric' }>,
  isIos: boolean,
  language: Language,
): DialogWords {
  const finger = isIos ? words.touchId : words.fingerprint;
  const asked = method === 'none' ? words.codeFor : method === 'face' && isIos ? words.faceId : finger;
  return {
    title: say(asked, language, { app: app[language] }),
    text: isRefused ? words.notRecognised[language] : reason,
    dismiss: words.cancel[language],
    // Without a face or a finger, the code of the phone stands for both.
    ...(method === 'none' && { accept: words.ok[language] }),
  };
}
