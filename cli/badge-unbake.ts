import { unbake } from '#sim/baking';
import { type Bilingual, ServiceError } from '#sim/errors';
import { readBytes } from './badge-file.ts';
import { badgeOutput, putText, toStandardOutput } from './badge-output.ts';
import type { CliCommand } from './command.ts';
import { exitCodes } from './exit-codes.ts';

const found: Bilingual = {
  ja: '{format} の中の {carrier} に Open Badges {version} がありました。',
  en: 'Found Open Badges {version} in {carrier} of the {format}.',
};

const versions = { ob3: '3.0', ob2: '2.0' } as const;

export const badgeUnbake: CliCommand = {
  takes: '<image>',
  wordsMax: 1,
  options: badgeOutput(toStandardOutput),
  examples: ['npx todoku badge unbake ./badge.png', 'npx todoku badge unbake ./badge.svg --out ./credential.jwt'],
  async run(invocation) {
    const { words, language, terminal } = invocation;
    const [image] = words;
    if (image === undefined) {
      throw new ServiceError('argument-missing', { command: 'badge unbake', expected: 'badge.png | badge.svg | -' });
    }
    const { text, format, carrier, version } = unbake(readBytes(image, terminal.folder));
    putText(text, invocation);
    const told = found[language]
      .replace('{format}', format.toUpperCase())
      .replace('{carrier}', carrier)
      .replace('{version}', versions[version]);
    terminal.complain(`${told}\n`);
    return exitCodes.well;
  },
};
