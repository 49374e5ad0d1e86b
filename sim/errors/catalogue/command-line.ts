import type { ErrorEntry } from '../error-entry.ts';

/** How the command line can be used wrongly. `expected` is notation that reads the same in every language. */
export const commandLineErrors = {
  'command-unknown': {
    status: 400,
    title: { ja: 'そのコマンドはありません', en: 'No such command' },
    detail: {
      ja: '「{given}」というコマンドはありません。',
      en: 'There is no command "{given}".',
    },
    nextStep: { ja: 'npx todoku help で一覧を見られます。', en: 'npx todoku help lists them all.' },
    audience: 'operator',
    retry: 'never',
  },
  'option-unknown': {
    status: 400,
    title: { ja: 'そのオプションはありません', en: 'No such option' },
    detail: {
      ja: '{command} に {given} というオプションはありません。',
      en: '{command} has no option {given}.',
    },
    nextStep: {
      ja: 'npx todoku help {command} で一覧を見られます。',
      en: 'npx todoku help {command} lists them all.',
    },
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
      ja: 'npx todoku help とコマンド名で、例を見られます。',
      en: 'npx todoku help and the name of a command show examples.',
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
      ja: 'npx todoku help とコマンド名で、使い方を見られます。',
      en: 'npx todoku help and the name of a command show how to use it.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'report-unnamed': {
    status: 400,
    title: { ja: '報告書の指定がありません', en: 'No report was named' },
    detail: {
      ja: '{command} には、報告書のフォルダ（例: todoku-report）を指定してください。',
      en: '{command} needs the folder of a report, such as todoku-report.',
    },
    nextStep: {
      ja: '例: npx todoku {command} todoku-report',
      en: 'For example: npx todoku {command} todoku-report',
    },
    audience: 'operator',
    retry: 'never',
  },
  'selection-unknown': {
    status: 404,
    title: { ja: '当てはまるシナリオがありません', en: 'No such scenario' },
    detail: {
      ja: '「{given}」に当てはまるシナリオはありません（番号、章、タグ、題の言葉、メール事業者で探しました）。',
      en: 'No scenario has "{given}" as its id, section, tag or mail provider, or in its title.',
    },
    nextStep: {
      ja: 'npx todoku list で一覧を見られます。ファイルは ./ を付けて指定してください。',
      en: 'npx todoku list shows them all; name a file with ./ in front.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'cell-unknown': {
    status: 404,
    title: { ja: '当てはまる組み合わせがありません', en: 'No such cell' },
    detail: {
      ja: '--cell {cell} に当てはまる組み合わせはありません。',
      en: 'No cell fits --cell {cell}.',
    },
    nextStep: {
      ja: 'npx todoku list --json で、シナリオごとの組み合わせを見られます。',
      en: 'npx todoku list --json names the cells of each scenario.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'mail-unknown': {
    status: 404,
    title: { ja: 'そのメールは報告書にありません', en: 'The report holds no such mail' },
    detail: {
      ja: '「{given}」という番号・Message-ID・宛先のメールは、報告書にありません。',
      en: 'No mail of the report has "{given}" as its id, Message-ID or address.',
    },
    nextStep: {
      ja: '何も付けずに npx todoku mail why とすると、届かなかったメールをすべて見られます。',
      en: 'npx todoku mail why without a name shows all that did not arrive.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'mail-unsent': {
    status: 404,
    title: { ja: 'メールが残っていません', en: 'There is no mail to look at' },
    detail: {
      ja: '{scenario} を再生しましたが、メールボックスに残ったメールがありません。',
      en: '{scenario} was played, and no mailbox holds a mail at its end.',
    },
    nextStep: {
      ja: '別のシナリオを指定するか、--cell で別の組み合わせを指定してください。',
      en: 'Name another scenario, or another cell with --cell.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'setting-unknown': {
    status: 404,
    title: { ja: 'そのメールの設定はありません', en: 'No provider has that setting' },
    detail: {
      ja: '「{given}」という設定は、どのメール事業者にもありません。',
      en: 'No mail provider has a setting "{given}".',
    },
    nextStep: {
      ja: 'シナリオの書き方（docs/scenario.md）に、事業者ごとの設定があります。',
      en: 'docs/scenario.md lists the settings of each provider.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'selection-ambiguous': {
    status: 409,
    title: { ja: 'シナリオが1つに決まりません', en: 'More than one scenario' },
    detail: {
      ja: '「{given}」に当てはまるシナリオがいくつもあります（{ids}）。',
      en: '"{given}" means several scenarios: {ids}.',
    },
    nextStep: { ja: '番号で1つ指定してください。', en: 'Name one of them by its id.' },
    audience: 'operator',
    retry: 'never',
  },
  'message-file-unfit': {
    status: 422,
    title: { ja: 'メールのファイルではありません', en: 'This is no mail' },
    detail: {
      ja: '{file} は1通のメールとして読めません（ヘッダで始まる25MBまでのファイルを読みます）。',
      en: '{file} cannot be read as one mail: a file that begins with its header, of 25 MB at most.',
    },
    nextStep: {
      ja: 'メールソフトで「.eml として保存」したファイルを指定してください。',
      en: 'Name a file that a mail program saved as .eml.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'message-refused': {
    status: 422,
    title: { ja: 'どこにも受け取られないメールです', en: 'No host would take this mail' },
    detail: {
      ja: '{file} は、どのメール事業者に着く前にも断られます（{reason}）。',
      en: '{file} is refused before any provider sees it: {reason}.',
    },
    nextStep: { ja: 'メールを作り直してください。', en: 'Make the mail anew.' },
    audience: 'operator',
    retry: 'never',
  },
  'address-real': {
    status: 422,
    title: { ja: '実在しうる宛先は使えません', en: 'Addresses of real domains are not used here' },
    detail: {
      ja: '宛先のドメインが .sim、.test、.example、.invalid のどれでも終わっていません。何も送っていません。',
      en: 'The domain of an address ends in none of .sim, .test, .example and .invalid. Nothing was sent.',
    },
    nextStep: {
      ja: '宛先を「docomo.sim」か「docomo.ne.jp.test」のような形にしてください。',
      en: 'Write it as hanako@docomo.sim or hanako@docomo.ne.jp.test.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'port-taken': {
    status: 409,
    title: { ja: 'ポートを使えません', en: 'The port cannot be used' },
    detail: {
      ja: '{option} のポート {port} で待ち受けられません（{reason}）。ほかのプログラムが使っているかもしれません。',
      en: 'Nothing can listen on port {port} of {option} ({reason}): another program may be using it.',
    },
    nextStep: {
      ja: '別の番号か、空いているものを選ばせる 0 を指定してください。',
      en: 'Name another one, or 0 to take any that is free.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'smtp-unreachable': {
    status: 502,
    title: { ja: 'SMTPサーバーにつながりません', en: 'The SMTP server cannot be reached' },
    detail: {
      ja: '{server} につながらないか、会話が途中で切れました（{reason}）。',
      en: '{server} cannot be reached, or broke the conversation off: {reason}.',
    },
    nextStep: {
      ja: 'npx todoku serve が動いていることと、ポートの番号を確かめてください。',
      en: 'Check that npx todoku serve is running, and the port.',
    },
    audience: 'operator',
    retry: 'later',
  },
  'server-not-loopback': {
    status: 422,
    title: { ja: 'このマシンの外へは送りません', en: 'Mail never leaves this machine' },
    detail: {
      ja: '--smtp に指定できるのは 127.0.0.1、::1、localhost だけです（指定された値: {given}）。',
      en: '--smtp takes 127.0.0.1, ::1 or localhost; it was given {given}.',
    },
    nextStep: {
      ja: '動いている npx todoku serve の host:port を指定してください。',
      en: 'Name the host:port of a running npx todoku serve.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'recording-outdated': {
    status: 409,
    title: { ja: 'シナリオが報告書のときと違います', en: 'The scenario is not what it was' },
    detail: {
      ja: '報告書にある {cell} が、今のシナリオにはありません。シナリオが報告書のときと違います。',
      en: 'The report holds {cell}, which is no longer there: the scenario is not what it was.',
    },
    nextStep: {
      ja: '報告書のときのシナリオに戻すか、npx todoku run で報告書を作り直してください。',
      en: 'Go back to the scenario as it was, or make a new report with npx todoku run.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'recording-file-missing': {
    status: 404,
    title: { ja: 'シナリオのファイルが見つかりません', en: 'The file of the scenario is not there' },
    detail: {
      ja: '{scenario} は手元のファイルのシナリオですが、{file} が見つかりません。',
      en: '{scenario} is a scenario of your own, and {file} is not there.',
    },
    nextStep: {
      ja: '今ある場所を付けて、npx todoku replay 報告書のフォルダ ./ファイル.yaml と指定してください。',
      en: 'Say where it is now: npx todoku replay <report folder> ./the-file.yaml.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'lane-not-ready': {
    status: 400,
    title: { ja: 'このレーンには指定が足りません', en: 'This lane has to be told more' },
    detail: {
      ja: 'レーン {lane} は、Appium サーバーと端末の指定がなければ使えません。',
      en: 'The lane {lane} plays on phones of yours: it needs an Appium server and what to ask it for.',
    },
    nextStep: {
      ja: 'npx todoku run … --lane device --appium http://127.0.0.1:4723 --capabilities phones.json のように指定してください（docs/devices.md）。',
      en: 'Run npx todoku run … --lane device --appium http://127.0.0.1:4723 --capabilities phones.json (docs/devices.md).',
    },
    audience: 'operator',
    retry: 'never',
  },
  'lane-plays-none': {
    status: 422,
    title: { ja: 'このレーンで再生できるものがありません', en: 'This lane can play none of it' },
    detail: {
      ja: '選ばれた{count}通りは、どれもレーン {lane} では再生できません。理由は上のとおりです。',
      en: 'None of the {count} cells that were chosen can be played in lane {lane}, for the reasons above.',
    },
    nextStep: {
      ja: '別のシナリオを選ぶか、--lane emulated で再生してください。',
      en: 'Choose other scenarios, or play them with --lane emulated.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'file-missing': {
    status: 404,
    title: { ja: 'ファイルがありません', en: 'There is no such file' },
    detail: { ja: '{file} はありません。', en: '{file} is not there.' },
    nextStep: { ja: 'ファイル名と場所を確かめてください。', en: 'Check its name and where it is.' },
    audience: 'operator',
    retry: 'never',
  },
  'file-unreadable': {
    status: 403,
    title: { ja: 'ファイルを読めません', en: 'A file cannot be read' },
    detail: { ja: '{file} を読めません（{reason}）。', en: '{file} cannot be read: {reason}.' },
    nextStep: { ja: 'ファイルの権限を確かめてください。', en: 'Check its permissions.' },
    audience: 'operator',
    retry: 'never',
  },
  'file-irregular': {
    status: 422,
    title: { ja: '普通のファイルではありません', en: 'This is no regular file' },
    detail: {
      ja: '{file} は普通のファイルではありません（パイプやデバイスは読みません）。',
      en: '{file} is no regular file; pipes and devices are not read.',
    },
    nextStep: { ja: 'YAML ファイルを指定してください。', en: 'Name a YAML file.' },
    audience: 'operator',
    retry: 'never',
  },
  'folder-without-scenarios': {
    status: 404,
    title: { ja: 'フォルダにシナリオがありません', en: 'The folder has no scenarios' },
    detail: { ja: '{folder} に .yaml がありません。', en: 'There is no .yaml in {folder}.' },
    nextStep: {
      ja: 'シナリオのあるフォルダか、ファイルを指定してください。',
      en: 'Name a folder that has scenarios, or a file.',
    },
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
  'output-lost': {
    status: 507,
    title: { ja: '画面に出せません', en: 'The output cannot be written' },
    detail: {
      ja: '標準出力に書き込めません（{reason}）。',
      en: 'Standard output cannot be written ({reason}).',
    },
    nextStep: {
      ja: '出力先の空き容量を確かめて、もう一度実行してください。',
      en: 'Check the free space where it goes, then run again.',
    },
    audience: 'operator',
    retry: 'now',
  },
} as const satisfies Record<string, ErrorEntry>;
