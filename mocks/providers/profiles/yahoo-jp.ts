import {
  always,
  isAllowed,
  isBlocked,
  isContact,
  isForgedByDmarc,
  isFull,
  isRescuedSender,
  isTrusted,
  lacksAuthentication,
  scoresAsJunk,
} from '../conditions/index.ts';
import type { Profile, Verdict } from '../profile.ts';
import { commonSettings } from '../setting.ts';

const thirtyDaysMs = 30 * 86_400_000;
const tools = 'https://mail.yahoo.co.jp/antispam/tools.html';
const rescue = 'https://www.yahoo-help.jp/app/answers/detail/p/565/a_id/47577';

const inbox: Verdict = { type: 'delivered', folder: 'inbox' };
const junk: Verdict = { type: 'delivered', folder: 'junk' };

export const yahooJp: Profile = {
  provider: 'yahoo-jp',
  name: { ja: 'Yahoo!メール', en: 'Yahoo! JAPAN Mail' },
  settings: {
    ...commonSettings({
      allowedSenders: { ja: '受信許可（フィルター設定）', en: 'filter that lets through' },
      blockedSenders: { ja: '受信拒否設定', en: 'refused senders' },
      contacts: { ja: 'アドレスブック', en: 'address book' },
      quotaBytes: 10 * 1024 ** 3,
      quotaSource: 'assumption: no source found for the size of the mailbox',
    }),
    refusesSpoofed: {
      type: 'flag',
      default: false,
      name: { ja: 'なりすましメール拒否設定', en: 'refuse forged senders' },
    },
    rescueList: {
      type: 'addresses',
      default: [],
      entriesMax: 100,
      name: { ja: '救済リスト', en: 'rescue list' },
      source: rescue,
    },
  },
  unknownUser: {
    // The account is looked up only after the data.
    reply: {
      replyCode: 554,
      text: "delivery error: dd This user doesn't have a yahoo.co.jp account ({address}) [-5]",
      stage: 'DATA',
    },
    source: 'https://tuono034s.com/web-entry/3575/',
  },
  orderSource:
    'assumption: no source found for the order; refusals come first, lists of the user beat the filters that only sort',
  rules: [
    {
      when: isFull,
      verdict: {
        type: 'rejected',
        reply: { replyCode: 552, enhancedStatusCode: '5.2.2', text: 'Mailbox full', stage: 'DATA' },
      },
      source: `${tools} (junk counts too; the reply is an assumption)`,
    },
    { when: isRescuedSender, verdict: { type: 'exempted', from: ['spoofed'] }, source: rescue },
    {
      when: isForgedByDmarc('refusesSpoofed'),
      verdict: { type: 'dropped' },
      source: `${rescue} (that it is refused; that nobody is told, and what counts as forged, is an assumption)`,
    },
    { when: isBlocked, verdict: { type: 'dropped' }, source: 'assumption: refused senders are told nothing' },
    { when: isAllowed, verdict: inbox, source: 'assumption' },
    { when: isContact, verdict: inbox, source: 'assumption' },
    { when: isTrusted, verdict: inbox, source: tools },
    { when: lacksAuthentication, verdict: junk, source: 'https://baremail.jp/blog/2025/03/25/4341/' },
    {
      when: scoresAsJunk({ highBias: 60, strangerWithLink: 40, stranger: 20, threshold: 90 }),
      verdict: junk,
      source: `${tools} (the weights are an assumption, the bias is a world parameter)`,
    },
    { when: always, verdict: inbox, source: tools },
  ],
  acceptedText: { text: 'ok dirdel' },
  retention: {
    junk: { keptMs: thirtyDaysMs, source: `${tools} (that it is purged; the time is an assumption)` },
    trash: { keptMs: thirtyDaysMs, source: 'assumption: as Gmail' },
  },
  search: { folders: ['inbox', 'junk', 'trash', 'archive'], source: 'assumption' },
};
