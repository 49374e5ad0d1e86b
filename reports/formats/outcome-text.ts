import type { Bilingual } from '#sim/errors';
import type { SmtpReply } from '#sim/events';
import type { Outcome, Reception } from '../projections/index.ts';
import {
  answerOf,
  calendarDay,
  clockTime,
  counted,
  nextStepFor,
  receptionSentence,
  ruleOutcome,
  sourceWords,
  vocabulary,
} from '../sentences/index.ts';
import type { ConsoleOptions } from './console.ts';
import { painted, printable } from './console-text.ts';
import { endWords, passageWords } from './mail-words.ts';

const words = {
  to: { ja: '宛先', en: 'To' },
  ids: { ja: '番号', en: 'Ids' },
  outcome: { ja: '結果', en: 'Outcome' },
  now: { ja: '今', en: 'Now' },
  later: { ja: 'その後', en: 'Afterwards' },
  before: { ja: 'その前', en: 'Before that' },
  sender: { ja: '送信側に分かること', en: 'What the sender could know' },
  nextStep: { ja: '次にすること', en: 'What to do next' },
  source: { ja: '出典', en: 'source' },
  nothing: { ja: '何も知らされません', en: 'nothing' },
  forwarded: {
    ja: '転送されたメールです。どうなったかは、だれにも知らされません。',
    en: 'It was forwarded: nobody is told how it fared.',
  },
  placeUnknown: {
    ja: '受け取られたことまでで、どのフォルダに入ったか、捨てられたかは分かりません',
    en: 'that it was taken, and neither into which folder it went nor whether it was thrown away',
  },
  suppressed: {
    ja: '宛先不明と分かったので、このアドレスには以後送りません',
    en: 'there is no such user, so that nothing more is sent to the address',
  },
  'retry-time-over': { ja: '再送の期限が切れました', en: 'its time for retries was over' },
  'address-suppressed': {
    ja: '以前に宛先不明になったアドレスなので、送りませんでした',
    en: 'nothing was sent, as the address had bounced before',
  },
} as const satisfies Record<string, Bilingual>;

/** The outcome of one message at one address, with every rule that was asked: what `todoku mail why` prints. */
export function outcomeText(outcome: Outcome, options: ConsoleOptions): string {
  const { mail, message, address } = outcome;
  const { language } = options;
  const head = mail === undefined ? message : `${vocabulary.mailKind(mail.kind)[language]} “${mail.subject}”`;
  const kind = language === 'ja' ? head.replace(/ “(.*)”$/s, '「$1」') : head;
  return lines(
    painted(printable(kind), 'strong', options),
    labelled(words.to, address, options),
    mail === undefined ? undefined : labelled(words.ids, `${message}  ${mail.messageId}`, options),
    ...verdictLines(outcome, options),
  );
}

/** The same without the head, for who knows which mail it is: what happened, why, and what can be done. */
export function verdictText(outcome: Outcome, options: ConsoleOptions): string {
  return lines(...verdictLines(outcome, options));
}

function verdictLines(outcome: Outcome, options: ConsoleOptions): (string | undefined)[] {
  const { reception, deferrals } = outcome;
  return [
    ...deferrals.map((deferral) => labelled(words.before, deferralWords(deferral)[options.language], options)),
    labelled(words.outcome, resultWords(outcome)[options.language], options),
    laterText(outcome, options),
    labelled(words.nextStep, nextStepOf(outcome)[options.language], options),
    labelled(words.sender, senderWords(outcome)[options.language], options),
    reception === undefined ? undefined : trailText(reception, options),
  ];
}

/** One sentence, with the time of what decided. */
export function resultWords({ reception, end }: Outcome): Bilingual {
  if (reception === undefined) return endWords(end);
  const said = receptionSentence(reception);
  const at = `${calendarDay(reception.at)} ${clockTime(reception.at)}`;
  return { ja: `${at} ${said.ja}`, en: `${at} ${said.en}` };
}

export function nextStepOf({ mail, end, reception, provider, passages, sender, forwardedBy }: Outcome): Bilingual {
  const rule = reception?.trail.at(-1)?.rule;
  return nextStepFor({
    ...end,
    ...(rule !== undefined && { rule }),
    ...(provider !== undefined && { provider }),
    isOwn: mail !== undefined,
    isForwarded: forwardedBy !== undefined,
    isRead: passages.some(({ cause }) => cause === 'read'),
    isSuppressed: sender.isSuppressed || sender.givenUp === 'address-suppressed',
  });
}

/** `550 5.1.1 User unknown (RCPT)` */
export function replyWords({ replyCode, enhancedStatusCode, text, stage = 'DATA' }: SmtpReply): string {
  return `${[replyCode, enhancedStatusCode, text].filter((part) => part !== undefined).join(' ')} (${stage})`;
}

/** The rules in the order of asking, with the source of each. */
function trailText({ trail, provider }: Reception, options: ConsoleOptions): string | undefined {
  if (trail.length === 0) return undefined;
  const { language } = options;
  const by = vocabulary.provider(provider);
  const title = {
    ja: `なぜそうなったか（${by.ja}が調べた順。●が決め手）`,
    en: `Why: what ${by.en} asked, in its order; ● decided`,
  };
  const last = trail.length - 1;
  const rows = trail.flatMap((rule, index) => {
    const sign = index === last ? '●' : '○';
    const verdict = ruleOutcome(rule, index === last)[language];
    const separator = language === 'ja' ? '：' : ': ';
    const said = `${String(index + 1).padStart(4)} ${sign} ${verdict}${separator}${printable(rule.sentence[language])}`;
    const source = `       ${words.source[language]}: ${printable(sourceWords(rule.source)[language])}`;
    return [index === last ? painted(said, 'strong', options) : said, painted(source, 'quiet', options)];
  });
  return [`${title[language]}:`, ...rows].join('\n');
}

function deferralWords({ at, trail, ...deferral }: Reception): Bilingual {
  const said = receptionSentence(deferral);
  const why = trail.at(-1)?.sentence ?? { ja: '', en: '' };
  return { ja: `${clockTime(at)} ${said.ja}${why.ja}`, en: `${clockTime(at)} ${said.en} ${why.en}` };
}

function laterText({ passages, scans, forward, end, reception }: Outcome, options: ConsoleOptions): string | undefined {
  const { language } = options;
  const events = [
    ...passages.map((passage) => ({ at: passage.at, text: passageWords(passage) })),
    ...scans.map(({ at, scanner, links }) => ({
      at,
      text: {
        ja: `${scanner.ja}が、本人より先にメールのリンク${links}件を開きました`,
        en: `${scanner.en} fetched ${counted(links, 'link')} of the mail before its reader`,
      },
    })),
    ...(forward === undefined
      ? []
      : [
          {
            at: forward.at,
            text: { ja: `${forward.to} へ自動転送されました`, en: `Forwarded to ${forward.to}` },
          },
        ]),
  ].toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  if (events.length === 0) return undefined;
  const day = calendarDay(reception?.at ?? '');
  const rows = events.map(({ at, text }) => {
    const date = calendarDay(at) === day ? '' : `${calendarDay(at)} `;
    return `     ${date}${clockTime(at)} ${printable(text[language])}`;
  });
  return [`${words.later[language]}:`, ...rows, `     ${words.now[language]}: ${endWords(end)[language]}`].join('\n');
}

/** What the sender's host was told, and what that leaves open. */
export function senderWords({ sender, forwardedBy }: Outcome): Bilingual {
  if (forwardedBy !== undefined) return words.forwarded;
  const last = sender.attempts.at(-1);
  const notes: Bilingual[] = [];
  if (last !== undefined) {
    const { replyCode, replyText, enhancedStatusCode, stage } = last;
    const answer = answerOf(replyCode);
    const reply = replyWords({
      replyCode,
      text: replyText,
      stage,
      ...(enhancedStatusCode !== undefined && { enhancedStatusCode }),
    });
    const tries = sender.attempts.length;
    notes.push({
      ja: `${tries > 1 ? `${tries}回目の送信の` : ''}返答「${reply}」（${answer.ja}）`,
      en: `the reply “${reply}” (${answer.en})${tries > 1 ? ` to attempt ${tries}` : ''}`,
    });
    if (replyCode < 300) notes.push(words.placeUnknown);
  }
  if (sender.isSuppressed) notes.push(words.suppressed);
  if (sender.givenUp !== undefined) notes.push(words[sender.givenUp]);
  if (notes.length === 0) return words.nothing;
  return { ja: `${notes.map(({ ja }) => ja).join('。')}。`, en: `${notes.map(({ en }) => en).join('; ')}.` };
}

function labelled(label: Bilingual, text: string, { language }: ConsoleOptions): string {
  return `${label[language]}: ${printable(text)}`;
}

function lines(...all: (string | undefined)[]): string {
  return `${all.filter((line) => line !== undefined).join('\n')}\n`;
}
