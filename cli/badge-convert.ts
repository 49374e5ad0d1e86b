import { studentIdPicture } from '#sim/baking';
import { ServiceError } from '#sim/errors';
import { exportOb2, importOb2 } from '#sim/ob2';
import { readBadgeFile } from './badge-file.ts';
import { badgeOutput, putText, toStandardOutput } from './badge-output.ts';
import type { CliCommand } from './command.ts';
import { exitCodes } from './exit-codes.ts';

export const badgeConvert: CliCommand = {
  takes: '<file>',
  wordsMax: 1,
  options: [
    {
      name: 'to',
      kind: 'text',
      placeholder: 'VERSION',
      values: ['ob2', 'ob3'],
      summary: { ja: 'Open Badges 2.0（ob2）か 3.0（ob3）', en: 'Open Badges 2.0 (ob2) or 3.0 (ob3)' },
    },
    ...badgeOutput(toStandardOutput),
  ],
  examples: [
    'npx todoku badge convert ./assertion.json --to ob3',
    'npx todoku badge convert ./badge.png --to ob2 --out ./assertion.json',
  ],
  async run(invocation) {
    const { words, options, terminal } = invocation;
    const [file] = words;
    const to = options.text('to');
    if (file === undefined || to === undefined) {
      const expected = file === undefined ? 'badge.json | badge.png | -' : '--to ob2 | --to ob3';
      throw new ServiceError('argument-missing', { command: 'badge convert', expected });
    }
    const badge = readBadgeFile(file, terminal.folder);
    const portrait = `data:image/svg+xml;base64,${Buffer.from(studentIdPicture.svg()).toString('base64')}`;
    const { document, jws } = to === 'ob2' ? exportOb2(badge, { image: portrait }) : await importOb2(badge, {});
    putText(jws ?? JSON.stringify(document, null, 2), invocation);
    return exitCodes.well;
  },
};
