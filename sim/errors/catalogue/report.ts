import type { ErrorEntry } from '../error-entry.ts';

export const reportErrors = {
  'bundle-exists': {
    status: 409,
    title: { ja: '以前の報告書があります', en: 'There is an earlier report' },
    detail: {
      ja: '{folder} には以前の報告書が入っています。上書きはしていません。',
      en: '{folder} holds the report of an earlier run. Nothing was overwritten.',
    },
    nextStep: {
      ja: '--out で別のフォルダを指定するか、置き換えてよければ --overwrite を付けてください。',
      en: 'Name another folder with --out, or add --overwrite when it may be replaced.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'out-not-empty': {
    status: 409,
    title: { ja: '出力先は空のフォルダではありません', en: 'The output folder is not an empty folder' },
    detail: {
      ja: '{folder} には、todoku の報告書ではないものが入っています。何も書き込まず、何も消していません。',
      en: 'There is something at {folder} that is no report of todoku. Nothing was written and nothing removed.',
    },
    nextStep: {
      ja: '--out で、まだないフォルダか空のフォルダを指定してください。',
      en: 'Name a folder with --out that does not exist yet, or an empty one.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'out-not-writable': {
    status: 507,
    title: { ja: '書き込めません', en: 'It cannot be written' },
    detail: {
      ja: '{path} に書き込めません（{reason}）。書きかけのものは残していません。',
      en: '{path} cannot be written ({reason}). Nothing half-written is left.',
    },
    nextStep: {
      ja: '空き容量、書き込みの権限、--out の途中にファイルの名前がないことを確かめて、もう一度実行してください。',
      en: 'Check the free space, the permission to write, and that no part of --out names a file; then run again.',
    },
    audience: 'operator',
    retry: 'now',
  },
  'bundle-missing': {
    status: 404,
    title: { ja: '報告書がありません', en: 'There is no report' },
    detail: {
      ja: '{folder} に報告書がありません（manifest.json が見つかりません）。',
      en: 'There is no report in {folder}: manifest.json is not there.',
    },
    nextStep: {
      ja: '報告書のフォルダ（例: todoku-report）を指定してください。まだなければ npx todoku run が作ります。',
      en: 'Name the folder of a report, such as todoku-report; npx todoku run makes one.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'bundle-incomplete': {
    status: 422,
    title: { ja: '報告書の一部がありません', en: 'A part of the report is missing' },
    detail: {
      ja: '{folder} の報告書は一部が欠けています（{file} が見つかりません）。',
      en: 'The report in {folder} is not whole: {file} is not there.',
    },
    nextStep: {
      ja: '同じシードでもう一度再生すると、同じ報告書ができます。',
      en: 'Run again with the same seed: that makes the same report.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'bundle-altered': {
    status: 422,
    title: { ja: '報告書が書き換えられています', en: 'The report was changed' },
    detail: {
      ja: '{folder} の {file} は、書き込まれたあとに内容が変わっています。',
      en: 'In {folder}, {file} was changed after it had been written.',
    },
    nextStep: {
      ja: '同じシードでもう一度再生すると、同じ報告書ができます。',
      en: 'Run again with the same seed: that makes the same report.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'bundle-version': {
    status: 422,
    title: { ja: '別の版の報告書です', en: 'The report is of another version' },
    detail: {
      ja: '{folder} の報告書は、この版の todoku では読めない形式です。',
      en: 'The report in {folder} has a format that this version of todoku does not read.',
    },
    nextStep: { ja: '報告書を書いた版の todoku で開いてください。', en: 'Open it with the todoku that wrote it.' },
    audience: 'operator',
    retry: 'never',
  },
  'bundle-format': {
    status: 422,
    title: { ja: 'todoku の報告書ではありません', en: 'This is no report of todoku' },
    detail: {
      ja: '{folder} の {file} は、todoku が書いたものではありません。',
      en: 'In {folder}, {file} is not what todoku writes.',
    },
    nextStep: {
      ja: '報告書のフォルダ（例: todoku-report）を指定してください。',
      en: 'Name the folder of a report, such as todoku-report.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'bundle-outside': {
    status: 422,
    title: { ja: '報告書がフォルダの外を指しています', en: 'The report leads out of its folder' },
    detail: {
      ja: '{folder} の {file} は、フォルダの外を指しています。外のファイルは読んでいません。',
      en: 'In {folder}, {file} leads out of the folder. Nothing outside was read.',
    },
    nextStep: {
      ja: 'この報告書は使わず、もう一度再生して作り直してください。',
      en: 'Do not use this report; run again to make it anew.',
    },
    audience: 'operator',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;
