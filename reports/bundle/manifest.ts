import type { Verdict } from '../projections/index.ts';
import { isScreenName } from './screens.ts';

export const bundleFormat = 'todoku-bundle';
export const formatVersion = 1;

/** What the machine knows of a run. It stands in manifest.json alone, so that everything else compares byte for byte. */
export interface RunCircumstances {
  /** Wall time, RFC 3339. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly command: string;
  /** How the cells were played; direct when absent. */
  readonly lane?: string;
  readonly nodeVersion: string;
  readonly platform: string;
  readonly todokuVersion: string;
  /** What passwords were hashed with where a scenario says nothing else: `scrypt N=256 r=8 p=1`. */
  readonly passwordCost: string;
}

export interface ManifestCell {
  readonly cell: string;
  readonly seed: number;
  readonly verdict: Verdict;
  /** Of events.ndjson, below the bundle's folder, with `/`. */
  readonly path: string;
  readonly sha256: string;
  readonly events: number;
  /** How it was played; as the run when absent. */
  readonly lane?: string;
  /** The files in its folder `screens`, when there are any. */
  readonly screens?: readonly { readonly name: string; readonly sha256: string }[];
}

export interface ManifestScenario {
  readonly scenario: string;
  /** Its file as it was named: below the folder that todoku was started in, or from the root. */
  readonly file?: string;
  readonly cells: readonly ManifestCell[];
}

export interface Manifest extends RunCircumstances {
  readonly format: typeof bundleFormat;
  readonly formatVersion: typeof formatVersion;
  readonly scenarios: readonly ManifestScenario[];
}

/** Why a manifest cannot be used: `bundle-format`, `bundle-version`, `bundle-outside`. */
export type ManifestProblem = 'format' | 'version' | 'outside';

/** Reads manifest.json; the problem instead when it is not one that this version reads. */
export function parseManifest(text: string): Manifest | ManifestProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'format';
  }
  if (!isRecord(value) || value.format !== bundleFormat) return 'format';
  if (value.formatVersion !== formatVersion) return 'version';
  const { scenarios, lane = '' } = value;
  if (!Array.isArray(scenarios) || typeof lane !== 'string') return 'format';
  for (const group of scenarios as unknown[]) {
    if (!isRecord(group) || typeof group.scenario !== 'string' || !Array.isArray(group.cells)) return 'format';
    if (group.file !== undefined && typeof group.file !== 'string') return 'format';
    for (const cell of group.cells as unknown[]) {
      if (!isCell(cell)) return 'format';
      if (!isInside(cell.path) || cell.screens?.some(({ name }) => !isScreenName(name))) return 'outside';
    }
  }
  return value as unknown as Manifest;
}

/** A relative path of plain names: what a bundle of ours holds, on any system. */
function isInside(path: string): boolean {
  return path.split('/').every((name) => /^[A-Za-z0-9=,._+~-]+$/.test(name) && !/^\.+$/.test(name));
}

function isCell(value: unknown): value is ManifestCell {
  return (
    isRecord(value) &&
    typeof value.cell === 'string' &&
    typeof value.seed === 'number' &&
    typeof value.verdict === 'string' &&
    typeof value.path === 'string' &&
    typeof value.sha256 === 'string' &&
    (value.lane === undefined || typeof value.lane === 'string') &&
    (value.screens === undefined || (Array.isArray(value.screens) && value.screens.every(isScreen)))
  );
}

function isScreen(value: unknown): boolean {
  return isRecord(value) && typeof value.name === 'string' && typeof value.sha256 === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
