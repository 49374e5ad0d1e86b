import type { Bilingual, Language } from '#sim/errors';
import type { Outcome } from '../projections/index.ts';
import { instantMs, sourceWords, spanOf, vocabulary } from '../sentences/index.ts';
import type { ConsoleOptions } from './console.ts';
import { padded, painted, printable, widthOf } from './console-text.ts';
import { endWords, markWords } from './mail-words.ts';
import { verdictText } from './outcome-text.ts';

/** What became of one mail at one provider. */
export interface TraceRow {
  readonly name: Bilingual;
  readonly address: string;
  /** At the address, then at those that it was forwarded to. */
  readonly outcomes: readonly Outcome[];
  /** Why there was no mail to follow. */
  readonly stopped?: Bilingual;
  /** What of the question does not fit this provider. */
  readonly notes: readonly Bilingual[];
}

const words = {
  provider: { ja: '事業者', en: 'Provider' },
  reply: { ja: '送信側への返答', en: 'Reply to the sender' },
  outcome: { ja: '結果', en: 'Outcome' },
  decided: { ja: '決め手', en: 'What decided' },
  source: { ja: '出典', en: 'source' },
  none: { ja: '－', en: '-' },
  noMail: { ja: 'メールなし', en: 'no mail' },
  note: { ja: '注意', en: 'Note' },
  scanned: { ja: '機械がリンクを開いた', en: 'links fetched by a machine' },
} as const satisfies Record<string, Bilingual>;

type Cells = readonly [provider: string, reply: string, outcome: string, decided: string, source: string];

/** A table of all providers, and unless it is brief each in full below it: what `todoku mail trace` prints. */
export function traceText(rows: readonly TraceRow[], options: ConsoleOptions & { readonly isBrief: boolean }): string {
  const table = tableText(rows, options);
  if (options.isBrief) return table;
  return [table, ...rows.map((row) => detailText(row, options))].join('\n');
}

function tableText(rows: readonly TraceRow[], options: ConsoleOptions): string {
  const { language } = options;
  const { provider, reply, outcome, decided, source } = words;
  const head = [provider, reply, outcome, decided].map((word) => word[language]);
  const cells = rows.flatMap((row) => cellsOf(row, language));
  const widths = [0, 1, 2].map((column) => Math.max(...[head, ...cells].map((line) => widthOf(line[column] ?? ''))));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, column) => padded(text, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const indent = ' '.repeat(widths.reduce((sum, width) => sum + width + 2, 0));
  return [
    painted(line(head), 'strong', options),
    ...cells.flatMap(([one, two, three, four, from]) => [
      line([one, two, three, four]),
      ...(from === '' ? [] : [painted(`${indent}${source[language]}: ${from}`, 'quiet', options)]),
    ]),
    ...notesOf(rows, language),
    '',
  ].join('\n');
}

/** One line a note, however many providers it is about. */
function notesOf(rows: readonly TraceRow[], language: Language): string[] {
  const byNote = new Map<string, string[]>();
  for (const { name, notes } of rows) {
    for (const note of notes) {
      byNote.set(note[language], [...(byNote.get(note[language]) ?? []), name[language]]);
    }
  }
  return [...byNote].map(([note, names]) => {
    const about = names.join(language === 'ja' ? '、' : ', ');
    return `${words.note[language]}: ${printable(note)} ${language === 'ja' ? `（${about}）` : `(${about})`}`.replace(
      ' （',
      '（',
    );
  });
}

function cellsOf({ name, outcomes, stopped }: TraceRow, language: Language): Cells[] {
  if (stopped !== undefined) {
    return [[name[language], words.none[language], words.noMail[language], printable(stopped[language]), '']];
  }
  return outcomes.map((outcome) => {
    const rule = outcome.reception?.trail.at(-1);
    return [
      outcome.forwardedBy === undefined ? name[language] : `→ ${printable(outcome.address)}`,
      replyCell(outcome, language),
      outcomeCell(outcome, language),
      rule === undefined ? words.none[language] : printable(rule.sentence[language]),
      rule === undefined ? '' : printable(sourceWords(rule.source)[language]),
    ];
  });
}

/** `550 5.1.1 (RCPT)`; how often it was tried stands behind it. */
export function replyCell({ sender }: Outcome, language: Language): string {
  const last = sender.attempts.at(-1);
  if (last === undefined) return words.none[language];
  const { replyCode, enhancedStatusCode, stage } = last;
  const codes = [replyCode, enhancedStatusCode].filter((code) => code !== undefined).join(' ');
  const tries = sender.attempts.length;
  const count = { ja: ` ${tries}回目`, en: ` at try ${tries}` }[language];
  return `${codes} (${stage})${tries > 1 ? count : ''}`;
}

/** Where it went at first, its marks, and where it is now when that is somewhere else. */
export function outcomeCell({ reception, end, scans, sender }: Outcome, language: Language): string {
  if (reception === undefined || end.state === 'given-up') return endWords(end)[language];
  const { outcome, folder = 'inbox', marks = [] } = reception;
  const first = outcome === 'delivered' ? vocabulary.folder(folder) : endWords({ state: outcome });
  const later =
    end.state === 'delivered' && end.folder !== folder ? [` → ${vocabulary.folder(end.folder)[language]}`] : [];
  const shown = [...marks.map(markWords), ...(scans.length > 0 ? [words.scanned] : [])].map(
    (mark) => ` + ${mark[language]}`,
  );
  const lateMs = instantMs(reception.at) - instantMs(sender.attempts.at(-1)?.at ?? reception.at);
  const span = spanOf(lateMs)[language];
  const late = lateMs > 0 ? [language === 'ja' ? `（${span}後）` : ` (${span} later)`] : [];
  return [first[language], ...late, ...shown, ...(outcome === 'delivered' ? later : [])].join('');
}

function detailText({ name, address, outcomes, stopped, notes }: TraceRow, options: ConsoleOptions): string {
  const { language } = options;
  const parts = outcomes.map((outcome) =>
    outcome.address === address || outcomes.length === 1
      ? verdictText(outcome, options)
      : `→ ${printable(outcome.address)}\n${verdictText(outcome, options)}`,
  );
  return [
    painted(`== ${name[language]}: ${printable(address)} ==`, 'strong', options),
    ...notes.map((note) => `${words.note[language]}: ${printable(note[language])}`),
    ...(stopped === undefined ? [] : [`${words.noMail[language]}: ${printable(stopped[language])}\n`]),
    ...parts,
  ].join('\n');
}
