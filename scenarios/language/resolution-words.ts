import type { Bilingual } from '#sim/errors';
import { resolutionParties } from './resolution-party.ts';
import type { Resolution } from './scenario.ts';

/** What a case turned out to be, as people say it; a cause that has no words here is told by its key. */
const resolutionCauses: Readonly<Record<string, Bilingual>> = {
  none: { ja: '問題なし', en: 'nothing was wrong' },
  'os-unsupported': { ja: '端末のOSが対応していない', en: 'the phone runs an unsupported OS version' },
  'os-boundary': { ja: '対応OSの境界にある端末', en: 'the phone is at the edge of the supported OS versions' },
  'opened-on-pc': { ja: 'リンクをPCで開いた', en: 'the link was opened on a PC' },
  'tablet-only': { ja: 'タブレットしか持っていない', en: 'there is only a tablet' },
  'not-issued-yet': { ja: 'まだ発行されていない', en: 'it has not been issued yet' },
  'junk-folder': { ja: '迷惑メールフォルダに入った', en: 'the mail is in the junk folder' },
  'mail-deleted': { ja: 'メールを削除した', en: 'the mail was deleted' },
  'carrier-filter': { ja: '携帯電話会社のフィルターが拒否した', en: "the carrier's filter refused the mail" },
  'password-conditions': { ja: 'パスワードの条件を満たしていない', en: 'the password does not meet the conditions' },
  misrouted: { ja: '問い合わせ先が違った', en: 'the question went to the wrong desk' },
};

/** The resolution of a scenario as people read it. */
export function resolutionWords({ cause, party }: Resolution): {
  readonly cause: Bilingual;
  readonly party: Bilingual;
} {
  return { cause: resolutionCauses[cause] ?? { ja: cause, en: cause }, party: resolutionParties[party] };
}
