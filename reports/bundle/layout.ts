import { hash } from 'node:crypto';
import type { Language } from '#sim/errors';
import { renderHtml, renderJunit } from '../formats/index.ts';
import { printLog, type RunLog, type Verdict } from '../projections/index.ts';
import { bundleFormat, formatVersion, type Manifest, type RunCircumstances } from './manifest.ts';
import { uniqueSlugs } from './slug.ts';

/**
 * What a bundle is, one folder a run:
 *
 *     manifest.json                 what ran, on what, when (wall time); where each cell is, and its hash
 *     report.html                   for people: one file, needs nothing else
 *     junit.xml                     for CI
 *     cells/
 *       S-2.2-01/                   one folder a scenario
 *         provider=docomo/          one a cell; `cell` for a scenario without a matrix
 *           events.ndjson           the only truth about the cell: one RunEvent a line
 *
 * Readers go by the manifest, never by the names. Everything but the manifest is the same bytes for the same run.
 */
export const topLevelNames: readonly string[] = ['manifest.json', 'report.html', 'junit.xml', 'cells'];

export interface BundledRun {
  readonly scenario: string;
  /** The scenario's file as it was named. */
  readonly file?: string;
  readonly cell: string;
  readonly seed: number;
  readonly verdict: Verdict;
  readonly events: RunLog;
}

export interface BundleContent {
  readonly runs: readonly BundledRun[];
  readonly manifest: RunCircumstances;
}

export interface BundleFile {
  /** Below the bundle's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The files of a bundle one after another, the manifest last. */
export function* bundleFiles({ runs, manifest }: BundleContent, language: Language): Generator<BundleFile> {
  const scenarios = [...new Map(runs.map((run) => [keyOf(run), run])).values()];
  const folders = uniqueSlugs(scenarios.map(({ scenario }) => scenario));
  const groups: Manifest['scenarios'][number][] = [];
  for (const [index, first] of scenarios.entries()) {
    const own = runs.filter((run) => keyOf(run) === keyOf(first));
    const names = uniqueSlugs(own.map(({ cell }) => cell || 'cell'));
    const cells: Manifest['scenarios'][number]['cells'][number][] = [];
    for (const [place, { cell, seed, verdict, events }] of own.entries()) {
      const path = `cells/${folders[index]}/${names[place]}/events.ndjson`;
      const text = printLog(events);
      yield { path, text };
      cells.push({ cell, seed, verdict, path, sha256: sha256(text), events: events.length });
    }
    const { scenario, file } = first;
    groups.push({ scenario, ...(file === undefined ? {} : { file }), cells });
  }
  const logs = runs.map(({ events }) => events);
  yield { path: 'junit.xml', text: renderJunit(logs, { language }) };
  yield { path: 'report.html', text: renderHtml(logs, { language }) };
  const whole: Manifest = { format: bundleFormat, formatVersion, ...circumstances(manifest), scenarios: groups };
  yield { path: 'manifest.json', text: `${JSON.stringify(whole, null, 2)}\n` };
}

/** Two files may hold scenarios of one id. */
function keyOf({ scenario, file }: BundledRun): string {
  return JSON.stringify([scenario, file]);
}

/** Hex. */
export function sha256(text: string | Uint8Array): string {
  return hash('sha256', text, 'hex');
}

function circumstances({
  todokuVersion,
  command,
  lane,
  startedAt,
  finishedAt,
  nodeVersion,
  platform,
  passwordCost,
}: RunCircumstances): RunCircumstances {
  const played = lane === undefined ? {} : { lane };
  return { todokuVersion, command, ...played, startedAt, finishedAt, nodeVersion, platform, passwordCost };
}
