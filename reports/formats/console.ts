import type { Bilingual, Language } from '#sim/errors';
import { type RunLog, type RunSummary, repeatsStep, summariseRun, type Verdict } from '../projections/index.ts';
import { counted, spanOf, stepNumber } from '../sentences/index.ts';
import { type ConsoleLook, painted, printable } from './console-text.ts';

export interface ConsoleOptions extends ConsoleLook {
  readonly language: Language;
}

const signs: Readonly<Record<Verdict, string>> = { passed: '✓', failed: '✗', unfinished: '…' };

const words = {
  replay: { ja: '再現', en: 'Replay' },
  expected: { ja: '期待', en: 'Expected' },
  actual: { ja: '実際', en: 'Actual' },
  nextStep: { ja: '次に', en: 'Next' },
  unfinished: { ja: '記録が途中で終わっています', en: 'the log stops before its end' },
} as const satisfies Record<string, Bilingual>;

/** One line for a cell that was just played: `✓ S-2.2-01 title [provider=docomo] 8 steps 12 min 10 s`. */
export function consoleLine(log: RunLog, options: ConsoleOptions): string {
  const { scenario, title, cell, verdict, counts, durationMs } = summariseRun(log);
  const { language } = options;
  const span = spanOf(durationMs)[language];
  const size =
    language === 'ja' ? `${counts.steps}手順 仮想${span}` : `${counted(counts.steps, 'step')}, ${span} virtual`;
  return [
    painted(signs[verdict], verdict, options),
    printable(scenario),
    printable(title[language]),
    ...(cell === '' ? [] : [`[${printable(cell)}]`]),
    painted(size, 'quiet', options),
  ].join(' ');
}

/** What stands at the end: every failure with what to do about it and how to see it again, then the counts. */
export function consoleSummary(logs: readonly RunLog[], options: ConsoleOptions): string {
  const summaries = logs.map(summariseRun);
  const troubled = summaries.filter(({ verdict }) => verdict !== 'passed');
  return [...troubled.map((summary) => `${failureText(summary, options)}\n`), `${totals(summaries, options)}\n`].join(
    '\n',
  );
}

function failureText(summary: RunSummary, options: ConsoleOptions): string {
  const { language } = options;
  const { scenario, title, cell, failure, replay, verdict } = summary;
  const line = (word: Bilingual, text: string): string => `  ${painted(word[language], 'strong', options)}: ${text}`;
  const head = `${painted(signs[verdict], verdict, options)} ${printable(scenario)} ${printable(title[language])}${cell === '' ? '' : ` [${printable(cell)}]`}`;
  if (failure === undefined) {
    return [head, `  ${words.unfinished[language]}`, line(words.replay, printable(replay))].join('\n');
  }
  const { index, sentence, expected, actual, nextStep } = failure;
  const told = sentence === undefined || repeatsStep(failure) ? '' : `: ${printable(sentence[language])}`;
  return [
    head,
    ...(index === undefined
      ? []
      : [
          language === 'ja'
            ? `  手順${stepNumber(index)}で止まりました${told}`
            : `  Stopped at step ${stepNumber(index)}${told}`,
        ]),
    line(words.expected, printable(expected[language])),
    line(words.actual, printable(actual[language])),
    line(words.nextStep, printable(nextStep[language])),
    line(words.replay, printable(replay)),
  ].join('\n');
}

function totals(summaries: readonly RunSummary[], options: ConsoleOptions): string {
  const count = (verdict: Verdict): number => summaries.filter((summary) => summary.verdict === verdict).length;
  const scenarios = new Set(summaries.map(({ scenario }) => scenario)).size;
  const steps = summaries.reduce((sum, { counts }) => sum + counts.steps, 0);
  const span = spanOf(summaries.reduce((sum, { durationMs }) => sum + durationMs, 0))[options.language];
  const [passed, failed, unfinished] = [count('passed'), count('failed'), count('unfinished')];
  const isJapanese = options.language === 'ja';
  const parts = [
    painted(isJapanese ? `成功 ${passed}` : `${passed} passed`, 'passed', options),
    ...(failed > 0 ? [painted(isJapanese ? `失敗 ${failed}` : `${failed} failed`, 'failed', options)] : []),
    ...(unfinished > 0
      ? [painted(isJapanese ? `途中 ${unfinished}` : `${unfinished} unfinished`, 'unfinished', options)]
      : []),
  ];
  const rest = isJapanese
    ? `シナリオ${scenarios}件、組み合わせ${summaries.length}通り、手順${steps}、仮想時間 ${span}`
    : `${counted(scenarios, 'scenario')}, ${counted(summaries.length, 'combination')}, ${counted(steps, 'step')}, ${span} of virtual time`;
  return `${parts.join(isJapanese ? '、' : ', ')}${isJapanese ? `（${rest}）` : ` (${rest})`}`;
}
