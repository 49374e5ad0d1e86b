import { padded, widthOf } from '#reports/formats';
import { type AgreedStep, businessEvents, laneDifferenceWords } from '#reports/projections';
import { stepNumber } from '#reports/sentences';
import type { Bilingual, Language } from '#sim/errors';
import type { Compared } from './compare-cells.ts';
import { printable } from './printable.ts';

/** One line for a cell, and where it differs a second one that says how. */
export function comparedVerdict({ cell, runs, difference }: Compared, language: Language): string {
  const { id, title } = cell.scenario;
  const name = `${id} ${title[language]}${cell.name === '' ? '' : ` [${cell.name}]`}`;
  const lanes = runs.map(({ lane }) => lane).join(difference === undefined ? ' = ' : ' ≠ ');
  const line = `${difference === undefined ? '✓' : '✗'} ${printable(name)}  ${lanes}\n`;
  return difference === undefined ? line : `${line}  ${printable(laneDifferenceWords(difference)[language])}\n`;
}

const heads = {
  step: { ja: '手順', en: 'Step' },
  before: { ja: '始まり', en: 'The beginning' },
} as const satisfies Record<string, Bilingual>;

/** Steps down, lanes across: how many business events each step has in each lane, and what the screens end on. */
export function comparedTable({ runs, difference }: Compared, language: Language): string {
  const columns = runs.map(({ lane, log }) => ({ lane, steps: businessEvents(log) }));
  const length = Math.max(...columns.map(({ steps }) => steps.length));
  const rows = Array.from({ length }, (_, place) => {
    const step = columns.map(({ steps }) => steps[place]).find((one) => one !== undefined);
    const isDifferent = difference !== undefined && step?.index === difference.index;
    return [
      `${isDifferent ? '≠' : '='} ${stepWords(step, language)}`,
      ...columns.map(({ steps }) => laneWords(steps[place])),
    ];
  });
  const head = [`  ${heads.step[language]}`, ...columns.map(({ lane }) => lane)];
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => padded(text, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return `\n${all.map(line).join('\n')}\n`;
}

function stepWords(step: AgreedStep | undefined, language: Language): string {
  if (step?.index === undefined) return heads.before[language];
  return printable(`${stepNumber(step.index)}. ${step.sentence?.[language] ?? ''}`);
}

/** `4 wallet:login`: how many events, and the last screen of each device. */
function laneWords(step: AgreedStep | undefined): string {
  if (step === undefined) return '–';
  const screens = [...step.screens.values()].map(({ app, screen }) => `${app}:${screen}`);
  return [step.events.length, ...screens].join(' ');
}
