import type { Bilingual } from '#sim/errors';
import { projectSenderViews, type RunLog, type RunSummary, type SenderView } from '../../projections/index.ts';
import { counted, vocabulary } from '../../sentences/index.ts';
import { both, html, type Markup } from './markup.ts';

/** What the case is, what it turns out to be, who puts it right, and how little of it the sender can see. */
export function caseBox(log: RunLog, summary: RunSummary): Markup | undefined {
  const views = projectSenderViews(log);
  const { description, resolution } = summary;
  if (description === undefined && resolution === undefined && views.length === 0) return undefined;
  return html`<section class="case"><h4>${both({ ja: 'このケース', en: 'The case' })}</h4>
    ${description === undefined ? undefined : html`<p>${both(description)}</p>`}
    <dl>${resolution === undefined ? undefined : resolutionRows(resolution, summary)}
    ${
      views.length === 0
        ? undefined
        : html`<dt>${both({ ja: '送信側から見えること', en: 'What the sender sees' })}</dt><dd><ul>${views.map(
            (view) => html`<li>${both(seen(view))}</li>`,
          )}</ul>${
            views.some(({ state }) => state === 'accepted')
              ? html`<p class="small quiet">${both({
                  ja: '受け付けられたメールがどのフォルダに入ったか、読まれたかは、送信側からは見えません。',
                  en: 'Which folder an accepted mail went into, and whether it was read, the sender cannot see.',
                })}</p>`
              : undefined
          }</dd>`
    }</dl></section>`;
}

/** A run that did not pass shows what the scenario says, which need not be what happened. */
function resolutionRows({ cause, party }: NonNullable<RunSummary['resolution']>, { verdict }: RunSummary): Markup {
  const by: Bilingual =
    verdict === 'passed' ? { ja: '', en: '' } : { ja: '（シナリオの想定）', en: ' (as the scenario has it)' };
  return html`<dt>${both({ ja: `原因${by.ja}`, en: `Cause${by.en}` })}</dt><dd>${both(cause)}</dd>
    <dt>${both({ ja: '対応', en: 'Who acts' })}</dt><dd>${both(party)}</dd>`;
}

function seen(view: SenderView): Bilingual {
  const { kind, mails, attempts, reason } = view;
  const mail = vocabulary.mailKind(kind);
  const what = answered(view);
  const times =
    attempts > 1 ? { ja: `（送信${attempts}回）`, en: ` (${counted(attempts, 'attempt')})` } : { ja: '', en: '' };
  const why = reason === undefined ? { ja: '', en: '' } : { ja: `。理由: ${reason.ja}`, en: `: ${reason.en}` };
  return {
    ja: `${mail.ja}${mails > 1 ? `（${mails}通）` : ''}: ${what.ja}${times.ja}${why.ja}`,
    en: `${capitalised(mail.en)}${mails > 1 ? ` (${mails})` : ''}: ${what.en}${times.en}${why.en}`,
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function answered({ state, provider, replyCode }: SenderView): Bilingual {
  if (provider === 'none' && state === 'rejected') {
    return {
      ja: `受け取るサーバーが見つからず、${replyCode} でした`,
      en: `no host takes mail for the domain: ${replyCode}`,
    };
  }
  const by = provider === undefined ? { ja: '受信側', en: 'receiving' } : vocabulary.provider(provider);
  switch (state) {
    case 'queued':
      return { ja: 'まだ送っていません', en: 'not sent yet' };
    case 'accepted':
      return {
        ja: `${by.ja}のサーバーが ${replyCode} で受け付けました`,
        en: `the ${by.en} server accepted it with ${replyCode}`,
      };
    case 'deferred':
      return {
        ja: `${by.ja}のサーバーが ${replyCode} で一時的に断り、再送を待っています`,
        en: `the ${by.en} server put it off with ${replyCode}; it will be tried again`,
      };
    case 'rejected':
      return {
        ja: `${by.ja}のサーバーが ${replyCode} で断りました`,
        en: `the ${by.en} server refused it with ${replyCode}`,
      };
    case 'given-up':
      return { ja: '送信をあきらめました', en: 'the issuer gave it up' };
    case 'bounced':
      return {
        ja: `${by.ja}のサーバーがいったん ${replyCode} で受け付け、あとからエラーメールが戻りました`,
        en: `the ${by.en} server accepted it with ${replyCode}, and a bounce came back later`,
      };
  }
}
