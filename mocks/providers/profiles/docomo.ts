import {
  always,
  hasListedLink,
  hasLongLine,
  isAllowed,
  isBlocked,
  isContact,
  isFull,
  isOutsideContacts,
  isPcMail,
  isTrusted,
  looksLikeJunkToCarrier,
} from '../conditions.ts';
import type { Profile, Verdict } from '../profile.ts';
import { commonSettings } from '../setting.ts';

const thirtyDaysMs = 30 * 86_400_000;
const replies = 'https://note.com/sendmagic/n/neb6bbe7e51cf';
const easySettings = 'https://www.dekyo.or.jp/soudan/ (2-4docomo-details.html)';

/** A filter of the user answers in the words of an unknown user, but only after the data. */
const filtered: Verdict = {
  type: 'rejected',
  reply: { replyCode: 550, text: 'Unknown user {address}', stage: 'DATA' },
};

export const docomo: Profile = {
  provider: 'docomo',
  name: { ja: 'ドコモメール', en: 'docomo mail' },
  settings: {
    ...commonSettings({
      allowedSenders: { ja: '受信リスト設定', en: 'receive list' },
      blockedSenders: { ja: '拒否リスト設定', en: 'refuse list' },
      contacts: { ja: '電話帳', en: 'phone book' },
      quotaBytes: 5 * 1024 ** 3,
    }),
    easySetting: {
      type: 'choice',
      choices: ['off', 'weak', 'strong'],
      default: 'off',
      name: { ja: 'かんたん設定', en: 'easy setting' },
    },
    refusesPcMail: { type: 'flag', default: false, name: { ja: 'PCメール拒否', en: 'refuse mail from PCs' } },
    refusesListedLinks: {
      type: 'flag',
      default: false,
      name: { ja: '特定URL付メール拒否設定', en: 'refuse mail with listed links' },
    },
    // The carrier's own list is not public: a world names the hosts that shall be on it.
    listedLinkHosts: {
      type: 'addresses',
      default: [],
      name: { ja: '拒否の対象となるURLのホスト', en: 'listed hosts' },
    },
    omakaseBlock: {
      type: 'choice',
      choices: ['off', 'auto', 'contacts-only'],
      default: 'auto',
      name: { ja: '迷惑メールおまかせブロック', en: 'Omakase Block' },
    },
  },
  unknownUser: { reply: { replyCode: 550, text: 'Unknown user {address}', stage: 'RCPT' }, source: replies },
  orderSource:
    'assumption: no source found for docomo’s order; the receive list comes first, as au and SoftBank have it before their content filters',
  rules: [
    {
      when: hasLongLine,
      verdict: { type: 'rejected', reply: { replyCode: 500, text: 'Line Too Long', stage: 'DATA' } },
      source: 'https://www.docomo.ne.jp/service/docomo_mail/smtp_notice/',
    },
    {
      when: isFull,
      verdict: { type: 'rejected', reply: { replyCode: 552, text: 'Too much mail data {address}', stage: 'DATA' } },
      source: replies,
    },
    {
      when: isAllowed,
      verdict: { type: 'delivered', folder: 'inbox' },
      source: 'assumption: the receive list beats every filter that follows',
    },
    { when: isBlocked, verdict: filtered, source: replies },
    { when: isPcMail, verdict: filtered, source: easySettings },
    { when: hasListedLink, verdict: filtered, source: easySettings },
    {
      when: isContact,
      verdict: { type: 'delivered', folder: 'inbox' },
      source: 'https://www.nttdocomo.co.jp/service/omakase_block/setting/',
    },
    {
      when: isOutsideContacts,
      verdict: { type: 'delivered', folder: 'junk' },
      source: 'https://www.nttdocomo.co.jp/service/omakase_block/setting/',
    },
    {
      when: isTrusted,
      verdict: { type: 'delivered', folder: 'inbox' },
      source: 'assumption: a report as not junk exempts the address',
    },
    {
      when: looksLikeJunkToCarrier,
      verdict: { type: 'delivered', folder: 'junk' },
      source: 'https://www.nttdocomo.co.jp/service/omakase_block/setting/',
    },
    { when: always, verdict: { type: 'delivered', folder: 'inbox' }, source: replies },
  ],
  acceptedText: { text: 'Ok' },
  retention: {
    junk: { keptMs: thirtyDaysMs, source: 'assumption: as Gmail' },
    trash: { keptMs: thirtyDaysMs, source: 'assumption: as Gmail' },
  },
  search: { folders: ['inbox', 'junk', 'trash', 'archive'], source: 'assumption' },
};
