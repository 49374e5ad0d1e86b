import type { Language } from '#sim/errors';
import { projectSteps, type RunLog, type RunSummary, type Step, summariseRun } from '../projections/index.ts';
import { clockTime, findingsOf, type Names, namesOf, sentenceOf, stepNumber } from '../sentences/index.ts';

interface Case {
  readonly summary: RunSummary;
  readonly steps: readonly Step[];
  readonly names: Names;
}

/**
 * JUnit XML as CI servers read it: one testsuite a scenario, one testcase a cell. There is no `time`, which would be
 * taken for how long the tests took: the virtual seconds stand in a property, so that equal runs give equal bytes.
 * https://github.com/testmoapp/junitxml
 */
export function renderJunit(logs: readonly RunLog[], { language }: { readonly language: Language }): string {
  const suites = new Map<string, Case[]>();
  for (const log of logs) {
    const summary = summariseRun(log);
    const suite = suites.get(summary.scenario) ?? [];
    suite.push({ summary, steps: projectSteps(log).steps, names: namesOf(log) });
    suites.set(summary.scenario, suite);
  }
  const all = [...suites.values()].flat();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="todoku" ${totals(all)}>`,
    ...[...suites].map(([scenario, cases]) => suiteXml(scenario, cases, language)),
    '</testsuites>\n',
  ].join('\n');
}

function suiteXml(scenario: string, cases: readonly Case[], language: Language): string {
  const title = cases[0]?.summary.title[language] ?? '';
  return [
    `  <testsuite name="${escapeXml(`${scenario} ${title}`)}" ${totals(cases)}>`,
    ...cases.map((each) => caseXml(each, language)),
    '  </testsuite>',
  ].join('\n');
}

function totals(cases: readonly Case[]): string {
  const count = (verdict: string): number => cases.filter(({ summary }) => summary.verdict === verdict).length;
  return `tests="${cases.length}" failures="${count('failed')}" errors="${count('unfinished')}" skipped="0"`;
}

function caseXml({ summary, steps, names }: Case, language: Language): string {
  const { scenario, cell, title, seed, manual, replay, durationMs } = summary;
  const properties: [string, string][] = [
    ['seed', String(seed)],
    ['virtual-seconds', seconds(durationMs)],
    ['replay', replay],
    ...(manual.length === 0 ? [] : [['manual', manual.join(', ')] as [string, string]]),
    ...steps.map((step): [string, string] => [
      `step[${step.outcome}]`,
      `${stepNumber(step.index)}. ${step.sentence[language]}`,
    ]),
  ];
  return [
    `    <testcase classname="${escapeXml(scenario)}" name="${escapeXml(cell === '' ? title[language] : cell)}">`,
    '      <properties>',
    ...properties.map(([name, value]) => `        <property name="${name}" value="${escapeXml(value)}"/>`),
    '      </properties>',
    ...outcomeXml(summary, language),
    `      <system-out>${escapeXml(transcript(steps, names, language))}</system-out>`,
    '    </testcase>',
  ].join('\n');
}

function outcomeXml({ verdict, failure, replay }: RunSummary, language: Language): string[] {
  const replayLine = language === 'ja' ? `再現: ${replay}` : `Replay: ${replay}`;
  if (verdict === 'unfinished') {
    const message = language === 'ja' ? '記録が途中で終わっています' : 'the log stops before its end';
    return [`      <error message="${message}" type="unfinished">${escapeXml(replayLine)}</error>`];
  }
  if (verdict === 'passed') return [];
  const isJapanese = language === 'ja';
  const where =
    failure?.index === undefined
      ? ''
      : isJapanese
        ? `手順${stepNumber(failure.index)}: `
        : `Step ${stepNumber(failure.index)}: `;
  const [expected, actual] = [failure?.expected[language] ?? '', failure?.actual[language] ?? ''];
  const message = isJapanese
    ? `${where}期待: ${expected}／実際: ${actual}`
    : `${where}expected: ${expected} / actual: ${actual}`;
  const body = isJapanese
    ? [
        `手順: ${failure?.sentence?.ja ?? ''}`,
        `期待: ${expected}`,
        `実際: ${actual}`,
        `次に: ${failure?.nextStep.ja ?? ''}`,
      ]
    : [
        `Step: ${failure?.sentence?.en ?? ''}`,
        `Expected: ${expected}`,
        `Actual: ${actual}`,
        `Next: ${failure?.nextStep.en ?? ''}`,
      ];
  return [
    `      <failure message="${escapeXml(message)}" type="${escapeXml(failure?.code ?? 'expectation')}">${escapeXml([...body, replayLine].join('\n'))}</failure>`,
  ];
}

const signs = { passed: '✓', failed: '✗', unfinished: '…' } as const;

function transcript(steps: readonly Step[], names: Names, language: Language): string {
  const lines = steps.flatMap((step) => [
    `${signs[step.outcome]} ${stepNumber(step.index)}. ${step.sentence[language]}`,
    ...step.events.flatMap((event) => [
      `    ${clockTime(event.at)} ${sentenceOf(event, names)[language]}`,
      ...findingsOf(event).map(({ valid, sentence }) => `        ${valid ? '✓' : '✗'} ${sentence[language]}`),
    ]),
  ]);
  return lines.length === 0 ? '' : `\n${lines.join('\n')}\n`;
}

function seconds(ms: number): string {
  return (Number.isFinite(ms) ? ms / 1_000 : 0).toFixed(3);
}

/**
 * For text and for attributes. What XML 1.0 has no place for is left out, line ends and tabs of attributes are kept as
 * references, DEL and C1 controls go too as most readers refuse them: https://www.w3.org/TR/xml/#charsets
 */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\t\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
