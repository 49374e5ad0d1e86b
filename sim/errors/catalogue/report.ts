import type { ErrorEntry } from '../error-entry.ts';

export const reportErrors = {
  'bundle-exists': {
    status: 409,
    title: { ja: '出力先に前回の結果があります', en: 'There is an earlier bundle in the output folder' },
    detail: {
      ja: '出力先のフォルダには、以前の実行結果（バンドル）が入っています。上書きはしていません。',
      en: 'The output folder holds the bundle of an earlier run. Nothing was overwritten.',
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
      ja: '出力先には todoku の結果ではないものが入っています。何も書き込まず、何も消していません。',
      en: 'There is something at the output folder that is no bundle of todoku. Nothing was written and nothing removed.',
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
    title: { ja: '結果を書き込めませんでした', en: 'The bundle could not be written' },
    detail: {
      ja: '出力先に書き込めませんでした（{reason}）。途中まで書いたものは消しました。',
      en: 'The output folder could not be written ({reason}). What had been written was removed.',
    },
    nextStep: {
      ja: '空き容量、書き込みの権限、--out の途中にファイルの名前がないことを確かめて、もう一度実行してください。',
      en: 'Check the free space, the permission to write, and that no part of --out names a file; then run again.',
    },
    audience: 'operator',
    retry: 'now',
  },
  'bundle-unreadable': {
    status: 422,
    title: { ja: '結果のフォルダを開けません', en: 'The bundle cannot be opened' },
    detail: {
      ja: '{file} を読めません（理由: {reason}）。missing はファイルがない、altered は書き込み後に内容が変わった、version はこの版で読めない形式、format は todoku の形式ではない、outside はフォルダの外を指している、という意味です。',
      en: '{file} cannot be used (reason: {reason}). missing: it is not there; altered: it was changed after it was written; version: a format that this version does not read; format: not what todoku writes; outside: it leads out of the folder.',
    },
    nextStep: {
      ja: '--out で書き出したフォルダそのものを指定してください。version のときは書き出した版の todoku で開き、ほかのときは同じシードでもう一度実行して作り直してください。',
      en: 'Name the very folder that --out wrote. For version, open it with the todoku that wrote it; else run again with the same seed to make it anew.',
    },
    audience: 'operator',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;
