import type { Profile } from '../profile.ts';
import { softbank, softbankRules } from './softbank.ts';

const junkFolder = 'https://services.awaisora.com/2025/05/21/767cbc72-8f44-4407-abaf-1d86f4fd96ab';

/** Y!mobile's MMS (@ymobile.ne.jp): SoftBank's settings, with a junk folder. */
export const ymobile: Profile = {
  ...softbank,
  provider: 'ymobile',
  name: { ja: 'ワイモバイルのメール', en: 'Y!mobile mail' },
  unknownUser: { ...softbank.unknownUser, source: 'assumption: answers as SoftBank, which runs it' },
  orderSource: 'assumption: the order of SoftBank, which runs it',
  rules: softbankRules({ type: 'delivered', folder: 'junk' }, junkFolder),
};
