import { resolve } from 'node:path';
import { bake, formatOf, studentIdPicture } from '#sim/baking';
import { type Bilingual, ServiceError } from '#sim/errors';
import { readBadge, versionOf } from '#sim/ob2';
import { readBytes } from './badge-file.ts';
import { badgeOutput } from './badge-output.ts';
import type { CliCommand } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { writeWhole } from './write-whole.ts';

const written: Bilingual = {
  ja: '証明書を入れた画像を書きました: {file}',
  en: 'Wrote the picture with the credential in it: {file}',
};

export const badgeBake: CliCommand = {
  takes: '<credential> [image]',
  wordsMax: 2,
  options: badgeOutput({
    ja: '書くファイル。指定しなければ badge.png か badge.svg',
    en: 'the file to write, else badge.png or badge.svg',
  }),
  examples: [
    'npx todoku badge bake ./credential.jwt',
    'npx todoku badge bake ./credential.json ./picture.svg --out ./badge.svg',
  ],
  async run({ words: [credential, picture], options, language, terminal }) {
    if (credential === undefined) {
      throw new ServiceError('argument-missing', {
        command: 'badge bake',
        expected: 'credential.jwt | credential.json | -',
      });
    }
    const text = readBytes(credential, terminal.folder).toString('utf8');
    const out = options.text('out');
    const image = picture === undefined ? ownPicture(out) : readBytes(picture, terminal.folder);
    const badge = readBadge(text);
    const baked = bake(image, text, (badge && versionOf(badge.document)) ?? 'ob3');
    const name = out ?? `badge.${formatOf(image)}`;
    writeWhole(resolve(terminal.folder, name), baked, { name, overwrite: options.has('overwrite') });
    terminal.write(`${written[language].replace('{file}', () => name)}\n`);
    return exitCodes.well;
  },
};

/** Our own picture, as the name of the file to write asks for. */
function ownPicture(out: string | undefined): Uint8Array {
  return /\.svg$/i.test(out ?? '') ? studentIdPicture.svg() : studentIdPicture.png();
}
