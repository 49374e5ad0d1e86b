import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BundleContent, writeBundle } from '#reports/bundle';
import { type Language, ServiceError } from '#sim/errors';
import { walletDefaults } from '#sim/wallet';
import type { Options } from './command.ts';
import { packageManifest } from './package-manifest.ts';
import type { Played } from './play.ts';

/** Where a report goes, and whether a former one there gives way. */
export interface ReportTarget {
  readonly folder: string;
  readonly overwrite: boolean;
}

/** By `--out` and `--overwrite`; without `--out` the report replaces the former one in `todoku-report`. */
export function reportTarget(options: Options, from: string): ReportTarget {
  const out = options.text('out');
  const overwrite = out === undefined || options.has('overwrite');
  return { folder: resolve(from, out ?? 'todoku-report'), overwrite };
}

/** Refuses before anything is played what would be refused after it. Throws ServiceError `bundle-exists`, `out-not-empty`. */
export function checkTarget({ folder, overwrite }: ReportTarget): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  const isBundle = names.includes('manifest.json');
  if (isBundle && !overwrite) throw new ServiceError('bundle-exists');
  if (!isBundle && names.length > 0) throw new ServiceError('out-not-empty');
}

/** Writes the bundle; returns the report for people. Throws what writeBundle throws. */
export function writeReport(
  { folder, overwrite }: ReportTarget,
  { runs, startedAt, finishedAt }: Played,
  { command, language }: { readonly command: string; readonly language: Language },
): string {
  const { N, r, p } = walletDefaults.passwordCost;
  const content: BundleContent = {
    runs: runs.map(({ cell, verdict, events }) => {
      return { scenario: cell.scenario.id, cell: cell.name, seed: cell.seed, verdict, events };
    }),
    manifest: {
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: new Date(finishedAt).toISOString(),
      command,
      nodeVersion: process.versions.node,
      platform: `${process.platform}-${process.arch}`,
      todokuVersion: packageManifest.version,
      passwordCost: `scrypt N=${N} r=${r} p=${p}`,
    },
  };
  writeBundle(folder, content, { overwrite, language });
  return join(folder, 'report.html');
}
