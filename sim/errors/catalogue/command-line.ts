import type { ErrorEntry } from '../error-entry.ts';

/** How the command line can be used wrongly. `expected` and `nearest` are notation that reads the same in every language. */
export const commandLineErrors = {
  'command-unknown': {
    status: 400,
    title: { ja: 'そのコマンドはありません', en: 'No such command' },
    detail: {
      ja: '「{given}」というコマンドはありません。もしかして: {nearest}',
      en: 'There is no command "{given}". Did you mean: {nearest}?',
    },
    nextStep: { ja: 'todoku help で一覧を見られます。', en: 'todoku help lists them all.' },
    audience: 'operator',
    retry: 'never',
  },
  'option-unknown': {
    status: 400,
    title: { ja: 'そのオプションはありません', en: 'No such option' },
    detail: {
      ja: '{command} に {given} というオプションはありません。もしかして: {nearest}',
      en: '{command} has no option {given}. Did you mean: {nearest}?',
    },
    nextStep: { ja: 'todoku help {command} で一覧を見られます。', en: 'todoku help {command} lists them all.' },
    audience: 'operator',
    retry: 'never',
  },
  'option-value': {
    status: 400,
    title: { ja: 'オプションの値が正しくありません', en: 'An option has no fitting value' },
    detail: {
      ja: '{option} には {expected} を指定します（指定された値: {given}）。',
      en: '{option} takes {expected}; it was given {given}.',
    },
    nextStep: { ja: '値を直して、もう一度実行してください。', en: 'Correct the value and run it again.' },
    audience: 'operator',
    retry: 'never',
  },
  'options-exclude': {
    status: 400,
    title: { ja: '同時に使えない指定です', en: 'These do not go together' },
    detail: { ja: '{one} と {other} は同時に指定できません。', en: '{one} and {other} exclude each other.' },
    nextStep: { ja: 'どちらか一方だけにしてください。', en: 'Give one of them.' },
    audience: 'operator',
    retry: 'never',
  },
  'argument-missing': {
    status: 400,
    title: { ja: '指定が足りません', en: 'Something is missing' },
    detail: {
      ja: '{command} には {expected} を指定してください。',
      en: '{command} needs {expected}.',
    },
    nextStep: {
      ja: 'todoku help とコマンド名で、例を見られます。',
      en: 'todoku help and the name of a command show examples.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'argument-unexpected': {
    status: 400,
    title: { ja: '指定が多すぎます', en: 'One thing too many' },
    detail: {
      ja: '{command} は「{given}」を受け取りません。',
      en: '{command} does not take "{given}".',
    },
    nextStep: {
      ja: 'todoku help とコマンド名で、使い方を見られます。',
      en: 'todoku help and the name of a command show how to use it.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'selection-unknown': {
    status: 404,
    title: { ja: '当てはまるシナリオがありません', en: 'No such scenario' },
    detail: {
      ja: '「{given}」という番号・章・タグのシナリオはありません。もしかして: {nearest}',
      en: 'No scenario has the id, section or tag "{given}". Did you mean: {nearest}?',
    },
    nextStep: {
      ja: 'todoku list で一覧を見られます。ファイルは ./ を付けて指定してください。',
      en: 'todoku list shows them all; name a file with ./ in front.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'cell-unknown': {
    status: 404,
    title: { ja: '当てはまるセルがありません', en: 'No such cell' },
    detail: {
      ja: '--cell {cell} に当てはまるものがありません。たとえば: {nearest}',
      en: 'No cell fits --cell {cell}. There is, for example: {nearest}',
    },
    nextStep: {
      ja: 'todoku list --json で、シナリオごとのセルを見られます。',
      en: 'todoku list --json names the cells of each scenario.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'lane-not-ready': {
    status: 501,
    title: { ja: 'そのレーンはまだありません', en: 'This lane is not there yet' },
    detail: {
      ja: 'レーン {lane} は今後の版で使えるようになります。今使えるのは direct だけです。',
      en: 'The lane {lane} comes with a later version; so far there is direct.',
    },
    nextStep: { ja: '--lane を外して実行してください。', en: 'Run it without --lane.' },
    audience: 'operator',
    retry: 'never',
  },
  'file-unreadable': {
    status: 404,
    title: { ja: 'ファイルを読めません', en: 'A file cannot be read' },
    detail: { ja: '{file} を読めません（{reason}）。', en: '{file} cannot be read: {reason}.' },
    nextStep: { ja: 'ファイル名と権限を確かめてください。', en: 'Check its name and its permissions.' },
    audience: 'operator',
    retry: 'never',
  },
  'file-exists': {
    status: 409,
    title: { ja: 'ファイルがすでにあります', en: 'The file exists already' },
    detail: {
      ja: '{file} はすでにあります。何も書き込んでいません。',
      en: '{file} exists already. Nothing was written.',
    },
    nextStep: {
      ja: '--out で別のファイルを指定するか、置き換えてよければ --overwrite を付けてください。',
      en: 'Name another file with --out, or add --overwrite when it may be replaced.',
    },
    audience: 'operator',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;
