import type { CliCommand } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { packageManifest } from './package-manifest.ts';

export const version: CliCommand = {
  takes: '',
  wordsMax: 0,
  options: [],
  examples: [],
  async run({ terminal }) {
    terminal.write(`todoku ${packageManifest.version} (Node ${process.versions.node})\n`);
    return exitCodes.well;
  },
};
