import { hash } from 'node:crypto';
import type { Language } from '#sim/errors';
import { type CellFile, type CellFiles, renderHtml, renderJunit } from '../formats/index.ts';
import { printLog, type RunLog, type Verdict } from '../projections/index.ts';
import { bundleFormat, formatVersion, type Manifest, type RunCircumstances } from './manifest.ts';
import { keptScreens, pngSize } from './screens.ts';
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
 *           screens/                pictures of what handsets showed (png) and the sources of it (xml), by the names in
 *                                   the events `screen.captured`; of cells that were played with pixels
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
  /** How it was played, where that is not the lane of the whole run. */
  readonly lane?: string;
  /** What its events `screen.captured` name. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
}

export interface BundleContent {
  readonly runs: readonly BundledRun[];
  readonly manifest: RunCircumstances;
}

export interface BundleFile {
  /** Below the bundle's folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The files of a bundle one after another, the manifest last. */
export function* bundleFiles({ runs, manifest }: BundleContent, language: Language): Generator<BundleFile> {
  const scenarios = [...new Map(runs.map((run) => [keyOf(run), run])).values()];
  const folders = uniqueSlugs(scenarios.map(({ scenario }) => scenario));
  const groups: Manifest['scenarios'][number][] = [];
  const files = new Map<BundledRun, Map<string, CellFile>>();
  for (const [index, first] of scenarios.entries()) {
    const own = runs.filter((run) => keyOf(run) === keyOf(first));
    const names = uniqueSlugs(own.map(({ cell }) => cell || 'cell'));
    const cells: Manifest['scenarios'][number]['cells'][number][] = [];
    for (const [place, run] of own.entries()) {
      const { cell, lane, seed, verdict, events } = run;
      const folder = `cells/${folders[index]}/${names[place]}`;
      const path = `${folder}/events.ndjson`;
      const content = printLog(events);
      yield { path, content };
      const kept = keptScreens(events, run.pictures ?? new Map());
      for (const [name, bytes] of kept) yield { path: `${folder}/${screensFolder}/${name}`, content: bytes };
      files.set(run, new Map([...kept].map(([name, bytes]) => [name, cellFile(folder, name, bytes)])));
      const screens = [...kept].map(([name, bytes]) => ({ name, sha256: sha256(bytes) }));
      cells.push({
        cell,
        seed,
        verdict,
        path,
        sha256: sha256(content),
        events: events.length,
        ...(lane !== undefined && { lane }),
        ...(screens.length > 0 && { screens }),
      });
    }
    const { scenario, file } = first;
    groups.push({ scenario, ...(file === undefined ? {} : { file }), cells });
  }
  const logs = runs.map(({ events }) => events);
  const fileOf: CellFiles = (place, name) => {
    const run = runs[place];
    return run === undefined ? undefined : files.get(run)?.get(name);
  };
  yield { path: 'junit.xml', content: renderJunit(logs, { language }) };
  yield { path: 'report.html', content: renderHtml(logs, { language, files: fileOf }) };
  const whole: Manifest = { format: bundleFormat, formatVersion, ...circumstances(manifest), scenarios: groups };
  yield { path: 'manifest.json', content: `${JSON.stringify(whole, null, 2)}\n` };
}

/** The folder of a cell's pictures, beside its events. */
export const screensFolder = 'screens';

/** As report.html loads it: from beside itself. */
function cellFile(folder: string, name: string, bytes: Uint8Array): CellFile {
  const url = [...folder.split('/'), screensFolder, name].map(encodeURIComponent).join('/');
  return { url, ...pngSize(bytes) };
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
