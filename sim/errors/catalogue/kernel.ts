import type { ErrorEntry } from '../error-entry.ts';

export const kernelErrors = {
  'event-limit': {
    status: 508,
    title: { ja: 'イベント数の上限を超えました', en: 'The run wrote more events than it may' },
    detail: {
      ja: 'この実行は上限の{limit}イベントを超えました（仮想時刻 {at}）。',
      en: 'The run went past its limit of {limit} events at {at} of virtual time.',
    },
    nextStep: {
      ja: '終わらない繰り返しがないかシナリオを確かめるか、limits.events を上げてください。',
      en: 'Look for something in the scenario that repeats without end, or raise limits.events.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'time-limit': {
    status: 508,
    title: { ja: '仮想時間の上限を超えました', en: 'The run went past its virtual time' },
    detail: {
      ja: 'この実行は開始から {limit} を超えて仮想時間を進めようとしました（{to}）。',
      en: 'The run tried to move virtual time to {to}, more than {limit} after its start.',
    },
    nextStep: {
      ja: 'clock.advance の値を確かめるか、limits.time を上げてください。',
      en: 'Check the values of clock.advance, or raise limits.time.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'clock-backwards': {
    status: 400,
    title: { ja: '時刻は戻せません', en: 'Time never goes backwards' },
    detail: {
      ja: '仮想時刻 {now} から、それより前の {to} へは進められません。',
      en: 'Virtual time is {now}; it cannot be moved back to {to}.',
    },
    nextStep: {
      ja: '後の時刻を指定するか、前の状態へは「分岐」または「巻き戻し」を使ってください。',
      en: 'Name a later time; to go back, fork or rewind the world.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'journal-forgotten': {
    status: 409,
    title: { ja: 'この世界は手順として保存できません', en: 'This world cannot be saved as its journal' },
    detail: {
      ja: '長く動かすため、これまでの手順の記録を手放しています。',
      en: 'To run without end it has let go of what it was told before.',
    },
    nextStep: {
      ja: 'スナップショットとして保存するか、記録を手放す前に保存してください。',
      en: 'Take a snapshot instead, or save before the journal is let go of.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'world-format': {
    status: 422,
    title: { ja: '保存された世界を開けません', en: 'The saved world cannot be opened' },
    detail: { ja: '保存形式の問題です: {reason}', en: 'Its format is not one this version reads: {reason}' },
    nextStep: {
      ja: '保存したときと同じ版の todoku で開くか、シナリオからもう一度再生してください。',
      en: 'Open it with the version of todoku that saved it, or replay the scenario again.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'world-file-busy': {
    status: 409,
    title: { ja: 'この世界のファイルは使用中です', en: 'The world’s file is in use' },
    detail: {
      ja: '{file} は別のプロセスが開いています（開いているもの: {holder}）。1つのファイルを開けるのは1つのプロセスだけです。',
      en: 'Another process has {file} open ({holder}). One process at a time may open it.',
    },
    nextStep: {
      ja: 'そのプロセスを終了してから開き直すか、別のファイルを指定してください。',
      en: 'End that process and open it again, or name another file.',
    },
    audience: 'operator',
    retry: 'later',
  },
  'world-file-foreign': {
    status: 422,
    title: { ja: 'todoku の世界のファイルではありません', en: 'Not a world’s file' },
    detail: {
      ja: '{file} は todoku が作ったファイルではないため、何も書き込まずに閉じました。',
      en: '{file} was not made by todoku; it was closed with nothing written to it.',
    },
    nextStep: {
      ja: '別のファイルを指定してください。まだないファイルを指定すると、新しい世界を作ります。',
      en: 'Name another file; one that does not exist yet becomes a new world.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'world-file-damaged': {
    status: 422,
    title: { ja: '世界のファイルが壊れています', en: 'The world’s file is damaged' },
    detail: {
      ja: '{file} の中身が壊れているため、開けません。',
      en: '{file} cannot be opened: its contents are not whole.',
    },
    nextStep: {
      ja: '控えがあればそれを（名前に -wal が付いたファイルも一緒に）戻し、なければ別のファイルで始めてください。',
      en: 'Put a copy of it back, with the file that ends in -wal, or begin with another file.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'world-file-unusable': {
    status: 422,
    title: { ja: '世界のファイルを開けません', en: 'The world’s file cannot be opened' },
    detail: { ja: '{file} を開けませんでした: {reason}', en: '{file} could not be opened: {reason}' },
    nextStep: {
      ja: 'フォルダーがあるか、読み書きの権限とディスクの空きがあるかを確かめてください。',
      en: 'Check that its folder exists, that it may be read and written, and that the disk has room.',
    },
    audience: 'operator',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;
