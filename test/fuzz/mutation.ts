import fc from 'fast-check';

/** One way in which a file gets broken on its way; `at` and `length` are parts of the whole, 0 … 1. */
interface Edit {
  readonly kind: 'delete' | 'repeat' | 'insert' | 'swap-line' | 'drop-line';
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const ratio = fc.double({ min: 0, max: 1, noNaN: true });

/** What people and hostile tools put into files. */
const fragment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    ...[
      '"',
      "'",
      ',',
      ':',
      ': ',
      '- ',
      '\n',
      '\r\n',
      '\t',
      '\0',
      '\uFEFF',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '!!js/function ',
      '<<: ',
    ],
    ...[
      '__proto__',
      'constructor',
      '../../etc/passwd',
      '$provider',
      '$nobody',
      '999999999d',
      '-1',
      '1e999',
      '15.0',
      '=1+1',
      '@SUM',
    ],
    ...[
      '学籍番号',
      'ｱｲｳ',
      '０１２３',
      '髙﨑𠮷',
      '\uE000',
      '�',
      'a..b@docomo.ne.jp',
      'hanako@docmo.ne.jp',
      'x'.repeat(5000),
    ],
  ),
);

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('delete', 'repeat', 'insert', 'swap-line', 'drop-line'),
  at: ratio,
  length: ratio,
  text: fragment,
});

function apply(text: string, { kind, at, length, text: inserted }: Edit): string {
  const from = Math.floor(at * text.length);
  const to = Math.min(text.length, from + Math.ceil(length * 40));
  const lines = text.split('\n');
  const line = Math.min(lines.length - 1, Math.floor(at * lines.length));
  switch (kind) {
    case 'delete':
      return text.slice(0, from) + text.slice(to);
    case 'repeat':
      return text.slice(0, to) + text.slice(from);
    case 'insert':
      return text.slice(0, from) + inserted + text.slice(from);
    case 'swap-line': {
      const other = Math.min(lines.length - 1, Math.floor(length * lines.length));
      const swapped = [...lines];
      [swapped[line], swapped[other]] = [lines[other] ?? '', lines[line] ?? ''];
      return swapped.join('\n');
    }
    case 'drop-line':
      return lines.toSpliced(line, 1).join('\n');
  }
}

/** A file of the corpus with one to four edits, or something that was never a file. */
export function mutated(corpus: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(fc.constantFrom(...corpus), fc.array(edit, { minLength: 1, maxLength: 4 }))
        .map(([text, edits]) => edits.reduce(apply, text)),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
}
