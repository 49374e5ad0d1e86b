import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { laneNamed } from '#scenarios/lanes';
import type { Cell, Lane, LaneName } from '#scenarios/runner';
import { type Bilingual, type Language, ServiceError } from '#sim/errors';
import type { Options } from './command.ts';

/**
 * The lane that `--lane` names, with what `--appium` and `--capabilities` say. Throws ServiceError `lane-not-ready`,
 * `file-missing`, `file-unreadable`, `appium-url-invalid`, `capabilities-invalid`.
 */
export function laneOf(options: Options, folder: string): Promise<Lane> {
  const file = options.text('capabilities');
  return laneNamed((options.text('lane') ?? 'direct') as LaneName, {
    appium: options.text('appium'),
    capabilities: file === undefined ? undefined : textOf(file, folder),
    environment: process.env,
  });
}

function textOf(file: string, folder: string): string {
  try {
    return readFileSync(resolve(folder, file), 'utf8');
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === 'ENOENT') throw new ServiceError('file-missing', { file }, { cause: error });
    throw new ServiceError('file-unreadable', { file, reason: code ?? '-' }, { cause: error });
  }
}

export interface Playable {
  readonly cells: readonly Cell[];
  readonly left: readonly LeftOut[];
}

/** A cell that the lane cannot play, and why. */
export interface LeftOut {
  readonly cell: Cell;
  readonly why: Bilingual;
}

/** What of the cells the lane can play. */
export function playableCells(all: readonly Cell[], lane: Lane): Playable {
  const cells: Cell[] = [];
  const left: LeftOut[] = [];
  for (const cell of all) {
    const why = lane.whyNot?.(cell);
    if (why === undefined) cells.push(cell);
    else left.push({ cell, why });
  }
  return { cells, left };
}

/** Told before anything is played: what is left out, and what a phone has to be led to. */
export function laneWords({ left }: Playable, lane: Lane, language: Language): string {
  const cells = left.map(({ cell: { scenario, name }, why }) => {
    const which = name === '' ? scenario.id : `${scenario.id} ${name}`;
    return { ja: `再生しません: ${which}（${why.ja}）\n`, en: `Not played: ${which} (${why.en})\n` }[language];
  });
  const ports = lane.ports?.map((port) => `adb reverse tcp:${port} tcp:${port}`) ?? [];
  const led = {
    ja: `端末（Android）がこのコンピューターにつながるように、次を実行してください: ${ports.join(' ; ')}\n`,
    en: `So that an Android phone reaches this machine, run: ${ports.join(' ; ')}\n`,
  }[language];
  return cells.join('') + (ports.length === 0 ? '' : led);
}

/** For the summary; nothing when all was played. */
export function leftWords({ left }: Playable, lane: Lane): Bilingual {
  const count = left.length;
  if (count === 0) return { ja: '', en: '' };
  return {
    ja: `レーン ${lane.name} で再生できない${count}通りは省きました（理由は最初に示しました）。`,
    en: ` ${count} more cannot be played in lane ${lane.name}; why is told at the beginning.`,
  };
}
