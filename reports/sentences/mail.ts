import type { Bilingual } from '#sim/errors';
import type { EventData } from '#sim/events';
import type { Family } from './family.ts';
import { vocabulary } from './vocabulary.ts';

const reasons: Readonly<Record<EventData<'mail.given-up'>['reason'], Bilingual>> = {
  'retry-time-over': { ja: '再送の期限切れ', en: 'its time for retries is over' },
  'address-suppressed': {
    ja: '以前に宛先不明になったアドレスのため',
    en: 'the address is suppressed after an earlier bounce',
  },
};

export const mailSentences: Family<'mail' | 'mailbox' | 'dns'> = {
  'mail.queued': ({ kind, forwardPath }) => {
    const mail = vocabulary.mailKind(kind);
    return {
      ja: `${mail.ja}を ${forwardPath} あての送信待ちに入れました。`,
      en: `The ${mail.en} to ${forwardPath} was queued.`,
    };
  },
  'mail.attempted': ({ attempt, replyCode, replyText }) => {
    const answer = answerOf(replyCode);
    return {
      ja: `${attempt}回目の送信。受信側の返答は ${replyCode}（${answer.ja}）でした: ${replyText}`,
      en: `Attempt ${attempt}: the receiving side answered ${replyCode} (${answer.en}): ${replyText}`,
    };
  },
  'mail.given-up': ({ reason }) => {
    const why = reasons[reason];
    return {
      ja: `発行サービスは送信をあきらめました（${why.ja}）。`,
      en: `The issuer gave the mail up (${why.en}).`,
    };
  },
  'mail.suppressed': ({ address }) => ({
    ja: `宛先不明のため、発行サービスは今後 ${address} へ送りません。`,
    en: `There is no such user: the issuer will send nothing more to ${address}.`,
  }),
  'mail.suppression-lifted': ({ address }) => ({
    ja: `発行サービスは ${address} への送信停止を解除しました。`,
    en: `The issuer sends to ${address} again.`,
  }),
  'mail.received': (data) => receptionSentence(data),
  'mail.moved': ({ from, to, by }) => {
    const [source, target] = [vocabulary.folder(from), vocabulary.folder(to)];
    if (by === 'admin') {
      return {
        ja: `管理者がメールを${source.ja}から${target.ja}へ移した。`,
        en: `The administrator moved the mail from the ${source.en} to the ${target.en}.`,
      };
    }
    return by === 'student'
      ? {
          ja: `学生がメールを${source.ja}から${target.ja}へ移しました。`,
          en: `The student moved the mail from the ${source.en} to the ${target.en}.`,
        }
      : {
          ja: `メール事業者がメールを${source.ja}から${target.ja}へ移しました。`,
          en: `The mail provider moved the mail from the ${source.en} to the ${target.en}.`,
        };
  },
  'mail.forwarded': ({ from, to }) => ({
    ja: `メール事業者が ${from} あてのメールを ${to} へ自動転送しました。`,
    en: `The mail provider forwarded the mail for ${from} to ${to}.`,
  }),
  'mail.quarantine-listed': ({ held }) => ({
    ja: `検疫に${held.length}通のメールがあると、メールで知らせました。`,
    en: `A mail told of ${held.length} message(s) in quarantine.`,
  }),
  'mail.link-scanned': ({ scanner, links }) => ({
    ja: `${scanner.ja} が、本人より先にメールのリンク${links}件を開きました。`,
    en: `${scanner.en} fetched ${links} link(s) of the mail before the reader did.`,
  }),
  'dns.changed': ({ name, type, values }) =>
    values.length === 0
      ? {
          ja: `DNSから ${name} の ${type} レコードを消した。`,
          en: `The ${type} record of ${name} was removed from the DNS.`,
        }
      : {
          ja: `DNSの ${name} の ${type} レコードを書き換えました。`,
          en: `The ${type} record of ${name} was changed in the DNS.`,
        },
  'mail.purged': ({ folder }) => {
    const place = vocabulary.folder(folder);
    return {
      ja: `${place.ja}のメールが完全に消えました。`,
      en: `The mail was erased from the ${place.en} for good.`,
    };
  },
  'mail.read': ({ folder }) => {
    const place = vocabulary.folder(folder);
    return { ja: `学生が${place.ja}のメールを開きました。`, en: `The student read the mail in the ${place.en}.` };
  },
  'mail.flags-changed': ({ folder, flags }) => {
    const place = vocabulary.folder(folder);
    const [ja, en] = flags.length === 0 ? ['なし', 'none'] : [flags.join(' '), flags.join(' ')];
    return {
      ja: `学生のメールソフトが${place.ja}のメールの印を変えました（${ja}）。`,
      en: `The student’s mail program changed the flags of the mail in the ${place.en} (${en}).`,
    };
  },
  'mail.stored': ({ folder, copyOf }) => {
    const place = vocabulary.folder(folder);
    return copyOf === undefined
      ? {
          ja: `学生のメールソフトが${place.ja}にメールを保存しました。`,
          en: `The student’s mail program stored a mail in the ${place.en}.`,
        }
      : {
          ja: `学生のメールソフトが${place.ja}にメールをコピーしました。`,
          en: `The student’s mail program copied the mail into the ${place.en}.`,
        };
  },
  'mail.searched': ({ text, found }) => {
    const place = vocabulary.folder(text);
    // Looking into a folder is written down as a search for its name.
    if (place.ja !== text) {
      return {
        ja: `学生が${place.ja}を見ました（${found}通）。`,
        en: `The student looked into the ${place.en} (${found} in it).`,
      };
    }
    return {
      ja: `学生がメールを「${text}」で検索し、${found}通見つかりました。`,
      en: `The student searched the mailbox for “${text}” and found ${found}.`,
    };
  },
  'mailbox.created': ({ address, provider }) => {
    const by = vocabulary.provider(provider);
    return {
      ja: `${by.ja}のメールボックス ${address} を用意しました。`,
      en: `The mailbox ${address} was set up at ${by.en}.`,
    };
  },
  'mail.setting-changed': ({ setting, value }) => {
    const [name, shown] = [vocabulary.mailSetting(setting), settingValue(value)];
    return {
      ja: `学生がメールの設定「${name.ja}」を「${shown}」に変えました。`,
      en: `The student set the mail setting “${name.en}” to “${shown}”.`,
    };
  },
};

/** Lists travel as JSON: `["a","b"]` is told as `a, b`. */
function settingValue(value: string): string {
  if (!value.startsWith('[')) return value;
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list.join(', ') : value;
  } catch {
    return value;
  }
}

/** What an SMTP reply code means for the mail: https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1 */
export function answerOf(replyCode: number): Bilingual {
  if (replyCode >= 200 && replyCode < 300) return { ja: '受け付け', en: 'accepted' };
  if (replyCode >= 400 && replyCode < 500) return { ja: '一時的な拒否', en: 'not now' };
  if (replyCode >= 500 && replyCode < 600) return { ja: '拒否', en: 'rejected' };
  return { ja: '不明な返答', en: 'unknown reply' };
}

export function receptionSentence(
  data: Pick<EventData<'mail.received'>, 'provider' | 'outcome' | 'folder'>,
): Bilingual {
  const by = vocabulary.provider(data.provider);
  switch (data.outcome) {
    case 'delivered': {
      const place = vocabulary.folder(data.folder ?? 'inbox');
      return {
        ja: `${by.ja}がメールを受け取り、${place.ja}に入れました。`,
        en: `${by.en} took the mail and put it into the ${place.en}.`,
      };
    }
    case 'rejected':
      return { ja: `${by.ja}がメールを拒否しました。`, en: `${by.en} rejected the mail.` };
    case 'deferred':
      return { ja: `${by.ja}がメールの受け取りを先に延ばしました。`, en: `${by.en} deferred the mail.` };
    case 'dropped':
      return {
        ja: `${by.ja}は受け取ったと答えましたが、メールを届けずに破棄しました。`,
        en: `${by.en} said that it took the mail, and silently dropped it.`,
      };
  }
}
