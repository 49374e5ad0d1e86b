import { join, resolve } from 'node:path';
import { type BundleContent, type Target, writeBundle } from '#reports/bundle';
import type { LaneName } from '#scenarios/runner';
import type { Language } from '#sim/errors';
import { walletDefaults } from '#sim/wallet';
import type { Options } from './command.ts';
import { packageManifest } from './package-manifest.ts';
import type { Played } from './play.ts';

/** By `--out` and `--overwrite`; without `--out` the report replaces the former one in `todoku-report`. */
export function reportTarget(options: Options, from: string): Target {
  const out = options.text('out');
  const name = out ?? 'todoku-report';
  return { folder: resolve(from, name), name, overwrite: out === undefined || options.has('overwrite') };
}

/** Writes the bundle; returns the report for people. Throws what writeBundle throws. */
export function writeReport(
  { folder, name, overwrite }: Target,
  { runs, startedAt, finishedAt }: Played,
  { command, language, lane }: { readonly command: string; readonly language: Language; readonly lane: LaneName },
): string {
  const { N, r, p } = walletDefaults.passwordCost;
  const content: BundleContent = {
    runs: runs.map(({ cell, lane: own, verdict, events, pictures }) => {
      const { id, file } = cell.scenario;
      return {
        scenario: id,
        file,
        cell: cell.name,
        seed: cell.seed,
        verdict,
        events,
        ...(own !== lane && { lane: own }),
        ...(pictures !== undefined && { pictures }),
      };
    }),
    manifest: {
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: new Date(finishedAt).toISOString(),
      command,
      lane,
      nodeVersion: process.versions.node,
      platform: `${process.platform}-${process.arch}`,
      todokuVersion: packageManifest.version,
      passwordCost: `scrypt N=${N} r=${r} p=${p}`,
    },
  };
  writeBundle(folder, content, { overwrite, language, name });
  return join(folder, 'report.html');
}
