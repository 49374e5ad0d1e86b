import { resolve } from 'node:path';
import type { Bilingual } from '#sim/errors';
import type { Invocation, Option } from './command.ts';
import { printable } from './printable.ts';
import { writeWhole } from './write-whole.ts';

/** Where a badge goes. */
export function badgeOutput(summary: Bilingual): readonly Option[] {
  return [
    { name: 'out', kind: 'text', placeholder: 'FILE', summary },
    {
      name: 'overwrite',
      kind: 'flag',
      summary: { ja: '同じ名前のファイルを置き換える', en: 'replace a file of that name' },
    },
  ];
}

export const toStandardOutput: Bilingual = {
  ja: '書くファイル。指定しなければ標準出力',
  en: 'the file to write, else standard output',
};

/** Writes a text to the file that was asked for, or shows it. Throws ServiceError `file-exists`, `out-not-writable`. */
export function putText(text: string, { options, terminal }: Invocation): void {
  const name = options.text('out');
  // What goes on to a program stays as it is; a screen is not to obey what a stranger baked in.
  if (name === undefined) terminal.write(`${terminal.hasColour ? shown(text) : text}\n`);
  else writeWhole(resolve(terminal.folder, name), `${text}\n`, { name, overwrite: options.has('overwrite') });
}

function shown(text: string): string {
  return text.replace(/^( *)(.*)$/gm, (_line, indent: string, rest: string) => indent + printable(rest));
}
