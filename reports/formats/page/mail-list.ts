import type { Bilingual } from '#sim/errors';
import type { Mail, Reception, Return } from '../../projections/index.ts';
import {
  answerOf,
  dayAndTime,
  receptionSentence,
  ruleOutcome,
  sourceWords,
  vocabulary,
} from '../../sentences/index.ts';
import { endWords, passageWords } from '../mail-words.ts';
import { both, html, type Markup } from './markup.ts';
import { timeOn } from './step-list.ts';

/** The mails of a cell as they were received, each with its way and the reasons of the receiving side. */
export function mailList(mails: readonly Mail[], day: string): Markup {
  return html`${mails.map((mail) => mailArticle(mail, day))}`;
}

function mailArticle(mail: Mail, day: string): Markup {
  const { subject, from, to, queuedAt, message, about, end } = mail;
  const isLost = end.state !== 'delivered' && end.state !== 'queued';
  return html`<article class="mail"><header><h5><bdi>${subject}</bdi></h5>
    <span class="end${isLost ? ' failed' : ''}">${both(endWords(end))}</span></header>
    <dl class="head"><dt>${both({ ja: '差出人', en: 'From' })}</dt><dd><bdi>${from}</bdi></dd>
    <dt>${both({ ja: 'あて先', en: 'To' })}</dt><dd><bdi>${to}</bdi></dd>
    <dt>${both({ ja: '日時', en: 'Date' })}</dt><dd>${both(dayAndTime(queuedAt))}</dd>
    <dt>${both({ ja: '番号', en: 'Id' })}</dt><dd><code>${message}</code>${about === undefined ? undefined : html` <code class="quiet">${about}</code>`}</dd></dl>
    <h6>${both({ ja: 'たどった道', en: 'Its way' })}</h6>${route(mail, day)}
    ${mail.receptions.map(trail)}
    <details class="part framed"><summary>${both({ ja: 'メールの見た目（HTML）', en: 'As it looks (HTML)' })}</summary>
    <iframe sandbox loading="lazy" title="メール本文 / Mail body" srcdoc="${mail.html}"></iframe></details>
    <details class="part"><summary>${both({ ja: '文字だけの本文', en: 'Text part' })}</summary><pre dir="auto">${mail.text}</pre></details></article>`;
}

interface Waypoint {
  readonly at: string;
  readonly text: Bilingual;
}

function route({ queuedAt, attempts, receptions, returns, passages }: Mail, day: string): Markup {
  const points: Waypoint[] = [
    { at: queuedAt, text: { ja: '発行サービスの送信待ちに入りました', en: 'Queued at the issuer' } },
    ...receptions.map(({ at, ...reception }) => ({ at, text: receptionSentence(reception) })),
    ...attempts.map(({ at, attempt, replyCode, enhancedStatusCode, replyText }) => {
      const reply = [replyCode, enhancedStatusCode, replyText].filter((part) => part !== undefined).join(' ');
      const answer = answerOf(replyCode);
      return {
        at,
        text: {
          ja: `${attempt}回目の送信に対する発行サービスへの返答: ${answer.ja}（${reply}）`,
          en: `What the issuer was told at attempt ${attempt}: ${answer.en} (${reply})`,
        },
      };
    }),
    ...returns.map((report) => ({ at: report.at, text: reportWords(report) })),
    ...passages
      .filter(({ cause }) => cause !== 'delivered')
      .map((passage) => ({ at: passage.at, text: passageWords(passage) })),
  ];
  // Sorting is stable: what happened at one instant keeps the order of cause and effect.
  points.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return html`<ol class="route">${points.map(
    ({ at, text }) => html`<li><span class="time">${timeOn(at, day)}</span><span>${both(text)}</span></li>`,
  )}</ol>`;
}

function reportWords({ action, isLate, address, reason, diagnostic }: Return): Bilingual {
  if (action === 'delayed') {
    return {
      ja: `発行サービスに、まだ届けられていないという知らせが戻りました: ${reason.ja}（${address}: ${diagnostic}）`,
      en: `The issuer was told of a delay: ${reason.en} (${address}: ${diagnostic})`,
    };
  }
  return isLate
    ? {
        ja: `いったん受け付けられたあと、エラーメールが発行サービスに戻りました: ${reason.ja}（${address}: ${diagnostic}）`,
        en: `After it had been accepted, a bounce came back to the issuer: ${reason.en} (${address}: ${diagnostic})`,
      }
    : {
        ja: `エラーメールが発行サービスに戻りました: ${reason.ja}（${address}: ${diagnostic}）`,
        en: `A bounce came back to the issuer: ${reason.en} (${address}: ${diagnostic})`,
      };
}

/** Why the receiving side did what it did: the rules in the order of asking, the deciding one marked. */
function trail({ trail: rules, provider }: Reception): Markup | undefined {
  if (rules.length === 0) return undefined;
  const by = vocabulary.provider(provider);
  const last = rules.length - 1;
  return html`<h6>${both({ ja: `なぜそうなったか（${by.ja}の規則、調べた順）`, en: `Why: the rules of ${by.en}, in the order of asking` })}</h6>
    <ol class="trail">${rules.map(
      (rule, index) =>
        html`<li class="${index === last ? 'is-decisive' : 'is-asked'}"><span>${index === last ? '●' : '○'} ${both(ruleOutcome(rule, index === last))}</span><span>${both(rule.sentence)}<small>${both(sourceWords(rule.source))}</small></span></li>`,
    )}</ol>`;
}
