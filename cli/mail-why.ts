import { resolve } from 'node:path';
import { type BundledRun, readBundle } from '#reports/bundle';
import { nextStepOf, outcomeText, senderWords } from '#reports/formats';
import { type Outcome, projectOutcomes, reachedInbox } from '#reports/projections';
import { matchesCell } from '#scenarios/language';
import { type Bilingual, type Language, ServiceError } from '#sim/errors';
import type { CliCommand } from './command.ts';
import { didYouMean, withNearest } from './did-you-mean.ts';
import { exitCodes } from './exit-codes.ts';

/** What became of the mails of one cell, as far as they were asked for. */
interface Found {
  readonly run: BundledRun;
  readonly outcomes: readonly Outcome[];
}

export const mailWhy: CliCommand = {
  takes: '[message|address]',
  wordsMax: 1,
  options: [
    {
      name: 'report',
      kind: 'text',
      placeholder: 'DIR',
      summary: {
        ja: '報告書のフォルダ。指定しなければ todoku-report',
        en: 'the report to look in, else todoku-report',
      },
    },
    {
      name: 'cell',
      kind: 'text',
      placeholder: 'COLUMN=VALUE,…',
      summary: {
        ja: 'この値を持つ組み合わせだけ（例: provider=docomo）',
        en: 'only the cells with these values, such as provider=docomo',
      },
    },
    { name: 'json', kind: 'flag', summary: { ja: '結果を JSON で出力', en: 'print JSON' } },
  ],
  examples: [
    'npx todoku mail why',
    'npx todoku mail why msg_0001 --cell provider=docomo',
    'npx todoku mail why hanako@docomo.ne.jp.test --report reports/today',
  ],
  async run({ words: [asked], options, language, terminal }) {
    const name = options.text('report') ?? 'todoku-report';
    const runs = chosen(readBundle(resolve(terminal.folder, name), name).runs, options.text('cell'));
    const all = runs.map((run) => ({ run, outcomes: projectOutcomes(run.events) }));
    const found = asked === undefined ? all.map(lost) : named(asked, all);
    const mails = all.reduce((sum, { outcomes }) => sum + outcomes.length, 0);
    if (options.has('json')) terminal.write(`${JSON.stringify(found.flatMap(described), null, 2)}\n`);
    else {
      const look = { language, colour: terminal.hasColour };
      terminal.write(found.map((one) => cellText(one, look)).join(''));
      if (asked === undefined) terminal.write(total(found, mails)[language]);
    }
    return exitCodes.well;
  },
};

/** Throws ServiceError `cell-unknown`. */
function chosen(runs: readonly BundledRun[], asked: string | undefined): readonly BundledRun[] {
  if (asked === undefined) return runs;
  const found = runs.filter(({ events }) => matchesCell(rowOf(events), asked));
  if (found.length > 0) return found;
  const known = [...new Set(runs.map(({ cell }) => cell))];
  throw withNearest(new ServiceError('cell-unknown', { cell: asked }), didYouMean(asked, known));
}

function rowOf(events: BundledRun['events']) {
  const started = events.find(({ type }) => type === 'run.started');
  return started?.type === 'run.started' ? (started.data.row as Parameters<typeof matchesCell>[0]) : {};
}

function lost({ run, outcomes }: Found): Found {
  return { run, outcomes: outcomes.filter((outcome) => !reachedInbox(outcome)) };
}

/** By `msg_…`, Message-ID or address. Throws ServiceError `mail-unknown`. */
function named(asked: string, all: readonly Found[]): readonly Found[] {
  const wanted = folded(asked);
  const found = all
    .map(({ run, outcomes }) => ({
      run,
      outcomes: outcomes.filter((outcome) => namesOf(outcome).some((name) => folded(name) === wanted)),
    }))
    .filter(({ outcomes }) => outcomes.length > 0);
  if (found.length > 0) return found;
  const known = [...new Set(all.flatMap(({ outcomes }) => outcomes.flatMap(namesOf)))];
  throw withNearest(new ServiceError('mail-unknown', { given: asked }), didYouMean(asked, known));
}

function namesOf({ message, mail, address }: Outcome): string[] {
  return [message, ...(mail === undefined ? [] : [mail.messageId]), address];
}

function folded(name: string): string {
  return name
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase();
}

function cellText({ run, outcomes }: Found, look: { readonly language: Language; readonly colour: boolean }): string {
  if (outcomes.length === 0) return '';
  const title = run.cell === '' ? run.scenario : `${run.scenario} [${run.cell}]`;
  return `== ${title} ==\n\n${outcomes.map((outcome) => `${outcomeText(outcome, look)}\n`).join('')}`;
}

function total(found: readonly Found[], mails: number): Bilingual {
  const missing = found.reduce((sum, { outcomes }) => sum + outcomes.length, 0);
  if (missing === 0) {
    return {
      ja: `すべてのメール（${mails}件）が受信トレイに入りました。\n`,
      en: `Every mail (${mails}) was put into an inbox.\n`,
    };
  }
  return {
    ja: `受信トレイに入らなかったメール: ${missing}件（全${mails}件）\n`,
    en: `Mails that were not put into an inbox: ${missing} (of ${mails})\n`,
  };
}

function described({ run, outcomes }: Found) {
  return outcomes.map((outcome) => ({
    scenario: run.scenario,
    cell: run.cell,
    ...outcome,
    reachedInbox: reachedInbox(outcome),
    senderKnows: senderWords(outcome),
    nextStep: nextStepOf(outcome),
  }));
}
