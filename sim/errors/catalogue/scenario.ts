import type { ErrorEntry } from '../error-entry.ts';

/**
 * What can be wrong with a scenario file. Every detail begins with the place; `found` is the text of the file,
 * `expected` and `suggestion` are notation that reads the same in every language.
 */
export const scenarioErrors = {
  'scenario-encoding': {
    status: 422,
    title: { ja: '文字コードの誤り', en: 'A character that cannot be' },
    detail: {
      ja: '{file}:{line}:{column}: {foundJa}。使えるのは UTF-8 の文字です。',
      en: '{file}:{line}:{column}: {foundEn}. A scenario is written in characters of UTF-8.',
    },
    nextStep: {
      ja: 'ファイルを UTF-8 で保存し直し、制御文字があれば取り除いてください。',
      en: 'Save the file as UTF-8 and take control characters out.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-too-large': {
    status: 413,
    title: { ja: 'シナリオが大きすぎます', en: 'The scenario is too large' },
    detail: {
      ja: '{file}:{line}:{column}: 大きさが {found} あり、上限の {expected} を超えています。',
      en: '{file}:{line}:{column}: {found} is more than the limit of {expected}.',
    },
    nextStep: { ja: 'シナリオを分けてください。', en: 'Split it into several scenarios.' },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-too-deep': {
    status: 422,
    title: { ja: '入れ子が深すぎます', en: 'Nested too deep' },
    detail: {
      ja: '{file}:{line}:{column}: 入れ子が {expected}段を超えています。',
      en: '{file}:{line}:{column}: nested more than {expected} deep.',
    },
    nextStep: { ja: '入れ子を浅くしてください。', en: 'Make it flatter.' },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-syntax': {
    status: 422,
    title: { ja: 'YAML として読み取れません', en: 'Not YAML' },
    detail: {
      ja: '{file}:{line}:{column}: ここから YAML として読み取れません: {found}（{expected}）',
      en: '{file}:{line}:{column}: this is not YAML from here on: {found} ({expected})',
    },
    nextStep: {
      ja: '字下げ（空白のみ、タブは不可）、コロンの後の空白、引用符と括弧の対応を確かめてください。',
      en: 'Check indentation (spaces, no tabs), the space after colons, and that quotes and brackets are closed.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-tab': {
    status: 422,
    title: { ja: '字下げにタブがあります', en: 'A tab in the indentation' },
    detail: {
      ja: '{file}:{line}:{column}: 字下げにタブは使えません（{found}）。',
      en: '{file}:{line}:{column}: YAML takes no tabs as indentation ({found}).',
    },
    nextStep: { ja: 'タブを空白 2つに置き換えてください。', en: 'Put two spaces in its place.' },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-documents': {
    status: 422,
    title: { ja: '文書が 1つではありません', en: 'Not one document' },
    detail: {
      ja: '{file}:{line}:{column}: {foundJa}。1つのファイルには、シナリオを1つだけ書きます。',
      en: '{file}:{line}:{column}: {foundEn}; a file holds exactly one scenario.',
    },
    nextStep: {
      ja: 'シナリオごとにファイルを分け、「---」で区切らないでください。',
      en: 'Give each scenario a file of its own, without "---" between them.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-alias': {
    status: 422,
    title: { ja: 'アンカーと別名は使えません', en: 'No anchors, aliases or merge keys' },
    detail: {
      ja: '{file}:{line}:{column}: {found} は使えません（アンカー・別名・マージキーは読みません）。',
      en: '{file}:{line}:{column}: {found} is refused: anchors, aliases and merge keys are not read.',
    },
    nextStep: { ja: '値をその場に書いてください。', en: 'Write the value out where it is needed.' },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-tag': {
    status: 422,
    title: { ja: 'タグとディレクティブは使えません', en: 'No tags or directives' },
    detail: {
      ja: '{file}:{line}:{column}: {found} は使えません。',
      en: '{file}:{line}:{column}: {found} is refused.',
    },
    nextStep: {
      ja: '取り除いてください。文字列にしたい値は引用符で囲みます。',
      en: 'Take it out; what shall be a string goes into quotes.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-key': {
    status: 422,
    title: { ja: 'キーとして使えません', en: 'Not a key' },
    detail: {
      ja: '{file}:{line}:{column}: {found} はキーとして使えません。{expectedJa}。',
      en: '{file}:{line}:{column}: {found} cannot be a key: {expectedEn}.',
    },
    nextStep: { ja: 'キーを書き直してください（例: {suggestion}）。', en: 'Write another key, such as {suggestion}.' },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-duplicate-key': {
    status: 422,
    title: { ja: '同じキーが 2回あります', en: 'The same key twice' },
    detail: {
      ja: '{file}:{line}:{column}: キー「{found}」は {expected} にもあります。',
      en: '{file}:{line}:{column}: the key {found} is already there at {expected}.',
    },
    nextStep: { ja: 'どちらか一方にしてください。', en: 'Keep one of the two.' },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-unknown-key': {
    status: 422,
    title: { ja: '知らないキーです', en: 'An unknown key' },
    detail: {
      ja: '{file}:{line}:{column}: キー「{found}」はここでは使えません。使えるのは {expected} です。',
      en: '{file}:{line}:{column}: there is no key {found} here; expected {expected}.',
    },
    nextStep: { ja: '使えるものに書き直してください。{hintJa}', en: 'Write one of those instead.{hintEn}' },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-missing-key': {
    status: 422,
    title: { ja: '必要なキーがありません', en: 'A key is missing' },
    detail: {
      ja: '{file}:{line}:{column}: キー「{expected}」がありません（あるのは {found}）。',
      en: '{file}:{line}:{column}: the key {expected} is missing; found {found}.',
    },
    nextStep: { ja: '書き足してください。例: {suggestion}', en: 'Add it. For example {suggestion}' },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-unknown-verb': {
    status: 422,
    title: { ja: '知らない操作です', en: 'An unknown verb' },
    detail: {
      ja: '{file}:{line}:{column}: 「{found}」という操作はありません。あるのは {expected} です。',
      en: '{file}:{line}:{column}: there is no verb {found}; expected {expected}.',
    },
    nextStep: { ja: '使えるものに書き直してください。{hintJa}', en: 'Write one of those instead.{hintEn}' },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-step': {
    status: 422,
    title: { ja: '手順の書き方の誤り', en: 'Not a step' },
    detail: {
      ja: '{file}:{line}:{column}: {foundJa}。手順は「actor.verb: 値」の形で1つずつ書きます。',
      en: '{file}:{line}:{column}: a step has exactly one key, actor.verb, and a value; {foundEn}.',
    },
    nextStep: {
      ja: '1行に 1つの手順を書いてください。例: {suggestion}',
      en: 'Write one step an item. For example {suggestion}',
    },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-wrong-value': {
    status: 422,
    title: { ja: '値が正しくありません', en: 'A value does not fit' },
    detail: {
      ja: '{file}:{line}:{column}: 値 {found} は使えません。使えるのは {expectedJa} です。',
      en: '{file}:{line}:{column}: {found} does not fit; expected {expectedEn}.',
    },
    nextStep: { ja: '書き直してください。例: {suggestion}', en: 'Correct it. For example {suggestion}' },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-unquoted': {
    status: 422,
    title: { ja: '引用符が必要です', en: 'Quotes are needed' },
    detail: {
      ja: '{file}:{line}:{column}: {found} は YAML では文字列になりません。ここに書けるのは {expectedJa} です。',
      en: '{file}:{line}:{column}: YAML does not read {found} as a string; expected {expectedEn}.',
    },
    nextStep: { ja: '引用符で囲んでください: {suggestion}', en: 'Put it in quotes: {suggestion}' },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-name-unknown': {
    status: 422,
    title: { ja: '知らない名前です', en: 'An unknown name' },
    detail: {
      ja: '{file}:{line}:{column}: {found} は、matrix にも前の手順の keep・as にもありません。{expectedJa}',
      en: '{file}:{line}:{column}: {found} is given neither by the matrix nor by keep or as of an earlier step; {expectedEn}',
    },
    nextStep: {
      ja: 'つづりを確かめるか、matrix に列「{name}」を足してください。{hintJa}',
      en: 'Check the spelling, or give the matrix a column {name}.{hintEn}',
    },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-name-taken': {
    status: 422,
    title: { ja: '名前が重なっています', en: 'A name given twice' },
    detail: {
      ja: '{file}:{line}:{column}: 名前「{found}」は matrix の列と重なります。',
      en: '{file}:{line}:{column}: the name {found} is a column of the matrix already.',
    },
    nextStep: { ja: '別の名前にしてください。例: {suggestion}', en: 'Choose another one, such as {suggestion}.' },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-matrix-empty': {
    status: 422,
    title: { ja: 'matrix が空です', en: 'An empty matrix' },
    detail: {
      ja: '{file}:{line}:{column}: {found} に値がないため、再生する組み合わせがありません。',
      en: '{file}:{line}:{column}: {found} has no values, so there is no cell to play.',
    },
    nextStep: {
      ja: '値を 1つ以上書くか、matrix を取り除いてください。',
      en: 'Give it at least one value, or take the matrix out.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-matrix-uneven': {
    status: 422,
    title: { ja: 'matrix の列がそろっていません', en: 'Matrix rows of unequal columns' },
    detail: {
      ja: '{file}:{line}:{column}: この行の列は {found} ですが、最初の行の列は {expected} です。',
      en: '{file}:{line}:{column}: this row has the columns {found}; the first one has {expected}.',
    },
    nextStep: { ja: 'どの行にも同じ列を書いてください。', en: 'Give every row the same columns.' },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-matrix-repeated': {
    status: 422,
    title: { ja: 'matrix に同じ組み合わせがあります', en: 'The same cell twice' },
    detail: {
      ja: '{file}:{line}:{column}: 組み合わせ {found} が 2回あります。',
      en: '{file}:{line}:{column}: the cell {found} is there twice.',
    },
    nextStep: { ja: 'どちらか一方にしてください。', en: 'Keep one of the two.' },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-matrix-large': {
    status: 422,
    title: { ja: 'matrix が大きすぎます', en: 'The matrix is too large' },
    detail: {
      ja: '{file}:{line}:{column}: 組み合わせが {found}通りあり、上限の {expected} を超えています。',
      en: '{file}:{line}:{column}: {found} cells are more than the limit of {expected}.',
    },
    nextStep: {
      ja: '必要な組み合わせだけを rows に書くか、シナリオを分けてください。',
      en: 'Write only the cells that matter as rows, or split the scenario.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'scenario-column-unused': {
    status: 422,
    title: { ja: '使われない列です', en: 'A column without use' },
    detail: {
      ja: '{file}:{line}:{column}: matrix の列「{found}」がどこにも使われていません（{expected} がありません）。',
      en: '{file}:{line}:{column}: nothing uses the matrix column {found}: there is no {expected}.',
    },
    nextStep: {
      ja: '手順や配役で {expected} と書くか、列を取り除いてください。',
      en: 'Write {expected} in the cast or a step, or take the column out.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'cast-unknown': {
    status: 422,
    title: { ja: '配役にありません', en: 'Not in the cast library' },
    detail: {
      ja: '{file}:{line}:{column}: 「{found}」は用意されていません。あるのは {expected} です。',
      en: '{file}:{line}:{column}: there is no {found} in the library; there are {expected}.',
    },
    nextStep: { ja: '使えるものに書き直してください。{hintJa}', en: 'Write one of those instead.{hintEn}' },
    audience: 'operator',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;
