import { resolve } from 'node:path';
import { pngSize, readBundle } from '#reports/bundle';
import { type CellFile, type CellFiles, consoleSummary, renderHtml, renderJunit } from '#reports/formats';
import type { RunLog } from '#reports/projections';
import { type Language, ServiceError } from '#sim/errors';
import type { CliCommand } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { writeWhole } from './write-whole.ts';

type Look = { readonly language: Language; readonly colour: boolean; readonly files: CellFiles };

const formats: Readonly<Record<string, (logs: readonly RunLog[], look: Look) => string>> = {
  console: consoleSummary,
  html: renderHtml,
  junit: renderJunit,
};

export const report: CliCommand = {
  takes: '<report folder>',
  wordsMax: 1,
  options: [
    {
      name: 'format',
      kind: 'text',
      values: Object.keys(formats),
      summary: { ja: '形式。指定しなければ console', en: 'the format; console when not given' },
    },
    {
      name: 'out',
      kind: 'text',
      placeholder: 'FILE',
      summary: {
        ja: '書き出すファイル。指定しなければ標準出力',
        en: 'the file to write; standard output when not given',
      },
    },
    {
      name: 'overwrite',
      kind: 'flag',
      summary: { ja: '--out のファイルがあれば置き換える', en: 'replace the file at --out' },
    },
  ],
  examples: ['npx todoku report todoku-report', 'npx todoku report todoku-report --format junit --out junit.xml'],
  async run({ words: [folder], options, language, terminal }) {
    if (folder === undefined) throw new ServiceError('report-unnamed', { command: 'report' });
    const { runs } = readBundle(resolve(terminal.folder, folder), folder);
    const logs = runs.map(({ events }) => events);
    const out = options.text('out');
    const render = formats[options.text('format') ?? 'console'] ?? consoleSummary;
    const text = render(logs, {
      language,
      colour: terminal.hasColour && out === undefined,
      files: (place, name) => embedded(runs[place]?.pictures?.get(name)),
    });
    if (out === undefined) terminal.write(text);
    else writeWhole(resolve(terminal.folder, out), text, { name: out, overwrite: options.has('overwrite') });
    return exitCodes.well;
  },
};

/** The page may go anywhere: its pictures stand in it. A source of a page is read in the report folder. */
function embedded(picture: Uint8Array | undefined): CellFile | undefined {
  const size = picture === undefined ? undefined : pngSize(picture);
  if (picture === undefined || size === undefined) return undefined;
  return { url: `data:image/png;base64,${Buffer.from(picture).toString('base64')}`, ...size };
}
