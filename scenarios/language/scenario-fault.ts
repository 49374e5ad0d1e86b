import { type Bilingual, type ErrorCode, ServiceError } from '#sim/errors';
import type { Place } from './located.ts';

export type ScenarioErrorCode = Extract<ErrorCode, `scenario-${string}` | 'cast-unknown'>;

/** One thing that is wrong with a file, and where. */
export interface Problem {
  readonly code: ScenarioErrorCode;
  readonly place: Place;
  /** The offending text of the file. */
  readonly found: string;
  /** What is wrong with it, where the text alone does not say so. */
  readonly said?: Bilingual;
  /** What would fit: words, or notation that needs no translation. */
  readonly expected: Bilingual | string;
  /** What to write instead; empty where nothing is near. */
  readonly suggestion: string;
  /** The keys on the way to it, inside the value that was held against a schema. */
  readonly path?: readonly string[];
}

/** More than anybody reads at once, and few enough that a hostile file stays cheap. */
export const mostProblems = 20;
const mostLetters = 200;

function cut(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters).toWellFormed()}…` : text;
}

function parametersOf(file: string, problem: Problem) {
  const { place, found, suggestion } = problem;
  const said = bilingual(problem.said ?? found);
  const expected = bilingual(problem.expected);
  return {
    file,
    ...place,
    found: cut(found),
    name: cut(found.replace(/^\$/, '')),
    foundJa: cut(said.ja),
    foundEn: cut(said.en),
    expected: cut(expected.en),
    expectedJa: cut(expected.ja),
    expectedEn: cut(expected.en),
    suggestion: cut(suggestion),
    hintJa: suggestion === '' ? '' : `もしかして「${cut(suggestion)}」ですか。`,
    hintEn: suggestion === '' ? '' : ` Did you mean ${cut(suggestion)}?`,
  };
}

function bilingual(text: Bilingual | string): Bilingual {
  return typeof text === 'string' ? { ja: text, en: text } : text;
}

/** A scenario file that cannot be read: the first problem as a ServiceError, and all of them (at most 20) in order. */
export class ScenarioFault extends ServiceError<ScenarioErrorCode> {
  readonly problems: readonly ServiceError<ScenarioErrorCode>[];

  constructor(file: string, problems: readonly Problem[]) {
    const inOrder = problems
      .toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
      .slice(0, mostProblems);
    const [first] = inOrder;
    if (first === undefined) throw new TypeError('a fault needs a problem');
    super(first.code, parametersOf(file, first));
    this.name = 'ScenarioFault';
    this.problems = inOrder.map(
      (problem) => new ServiceError<ScenarioErrorCode>(problem.code, parametersOf(file, problem)),
    );
  }
}
