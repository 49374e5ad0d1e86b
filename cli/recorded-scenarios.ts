import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { BundledRun } from '#reports/bundle';
import type { Scenario } from '#scenarios/language';
import { type Cell, planCells } from '#scenarios/runner';
import { ServiceError } from '#sim/errors';
import { readLibrary, readScenarios } from './library.ts';
import { isLibraryFile, pathsAt } from './scenario-files.ts';

interface Places {
  /** Of the report. */
  readonly folder: string;
  /** Where todoku was started. */
  readonly from: string;
  /** The files and folders that were named on the command line: they stand for those of the report. */
  readonly files: readonly string[];
}

/** The scenarios of a report, each read once: from the files that were named, from the library, or from its own file. */
export class RecordedScenarios {
  readonly #places: Places;
  readonly #named: ReadonlyMap<string, Scenario>;
  readonly #own = new Map<string, Scenario>();
  #library: ReadonlyMap<string, Scenario> | undefined;

  constructor(places: Places) {
    const { files, from } = places;
    const paths = files.flatMap((file) => pathsAt(file, from));
    this.#places = places;
    this.#named = byId(readScenarios(paths, from));
  }

  /** What plays a run again. Throws ServiceError `recording-outdated`, `recording-file-missing`. */
  cellOf(run: BundledRun): Cell {
    const scenario = this.#scenarioOf(run);
    if (scenario?.id !== run.scenario) throw new ServiceError('recording-outdated', { cell: run.scenario });
    // The events hold the file as it was named.
    const recorded = { ...scenario, file: run.file ?? scenario.file };
    const cell = planCells([recorded], { seed: run.seed }).find(({ name }) => name === run.cell);
    if (cell !== undefined) return cell;
    throw new ServiceError('recording-outdated', { cell: run.cell === '' ? run.scenario : `--cell ${run.cell}` });
  }

  #scenarioOf({ scenario, file }: BundledRun): Scenario | undefined {
    const named = this.#named.get(scenario);
    if (named !== undefined) return named;
    if (file !== undefined && !isLibraryFile(file)) return this.#read(file, scenario);
    this.#library ??= byId(readLibrary(this.#places.from));
    return this.#library.get(scenario);
  }

  #read(file: string, scenario: string): Scenario | undefined {
    const { from, folder } = this.#places;
    // A report stands beside the scenario unless it was put elsewhere.
    const found = [resolve(from, file), resolve(dirname(folder), file)].find((path) => existsSync(path));
    if (found === undefined) throw new ServiceError('recording-file-missing', { scenario, file });
    const read = this.#own.get(found) ?? readScenarios([found], from)[0];
    if (read !== undefined) this.#own.set(found, read);
    return read;
  }
}

function byId(scenarios: readonly Scenario[]): ReadonlyMap<string, Scenario> {
  return new Map(scenarios.map((scenario) => [scenario.id, scenario]));
}
