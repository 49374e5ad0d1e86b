import { asksForTooManyStrangers, isSetTo } from '../conditions/index.ts';
import type { ReplyTemplate, Rule } from '../profile.ts';
import type { Setting } from '../setting.ts';

/** What carriers share: contracts that end, and patience that does. */
export const carrierSettings = {
  account: {
    type: 'choice',
    choices: ['active', 'ended'],
    default: 'active',
    name: { ja: '契約の状態', en: 'state of the contract' },
  },
  /** 0: no limit. */
  unknownUsersMax: {
    type: 'count',
    default: 100,
    name: { ja: '1時間に許す宛先不明の数', en: 'unknown addresses taken an hour' },
    source: 'assumption: carriers say "many" and publish no figure',
  },
} as const satisfies Record<string, Setting>;

/** After the end of a contract, or a move to another carrier, the address is one that does not exist. */
export function endedContract(reply: ReplyTemplate, source: string): Rule {
  return {
    when: isSetTo('account-ended', 'account', 'ended', {
      ja: '解約や他社への乗り換えで、アドレスがなくなっています。',
      en: 'The address is gone: the contract ended, or went to another carrier.',
    }),
    verdict: { type: 'rejected', reply },
    source: `${source}; assumption: an ended contract answers as an address that never was`,
  };
}

/** A list full of dead addresses delays the mail of everybody who is on it. */
export function throttledClient(source: string): Rule {
  return {
    when: asksForTooManyStrangers,
    verdict: {
      type: 'deferred',
      reply: { replyCode: 421, text: 'Too many unknown recipients, try again later', stage: 'RCPT' },
    },
    source: `${source} (that the sender is blocked for a time; the reply and the hour are an assumption)`,
  };
}
