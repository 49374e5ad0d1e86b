import { type CliCommand, exitCodes } from './command.ts';
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
