import type { ListedCommand } from './command.ts';

/** Every command, in the order of the help. Their files are loaded only when asked for: `todoku help` needs none. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'run',
    summary: { ja: 'シナリオを再生し、報告書を書く', en: 'play scenarios and write a report' },
    load: async () => (await import('./run.ts')).run,
  },
  {
    name: 'list',
    summary: { ja: 'シナリオの一覧', en: 'list the scenarios' },
    load: async () => (await import('./list.ts')).list,
  },
  {
    name: 'explain',
    summary: { ja: 'シナリオを文章で読む', en: 'tell a scenario in sentences' },
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  {
    name: 'replay',
    summary: {
      ja: '報告書と同じ実行をもう一度行い、1バイトずつ比べる',
      en: 'play what a report holds again and compare it byte for byte',
    },
    load: async () => (await import('./replay.ts')).replay,
  },
  {
    name: 'compare',
    summary: {
      ja: '同じシナリオを複数のレーンで再生し、できごとが同じかを比べる',
      en: 'play scenarios in several lanes and hold side by side what happened',
    },
    load: async () => (await import('./compare.ts')).compare,
  },
  {
    name: 'report',
    summary: { ja: '報告書を別の形式で書き出す', en: 'render a report in another format' },
    load: async () => (await import('./report.ts')).report,
  },
  {
    name: 'verify',
    summary: {
      ja: 'オープンバッジ（PNG・SVG・JSON・VC-JWT）を検証する',
      en: 'verify an Open Badge: PNG, SVG, JSON or VC-JWT',
    },
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'mail why',
    summary: {
      ja: '報告書のメールがなぜ届かなかったか',
      en: 'why a mail of a report did not arrive',
    },
    load: async () => (await import('./mail-why.ts')).mailWhy,
  },
  {
    name: 'mail trace',
    summary: {
      ja: '1通のメールが各メール事業者でどうなるかを並べて見る',
      en: 'the way of one mail through every provider, side by side',
    },
    load: async () => (await import('./mail-trace.ts')).mailTrace,
  },
  {
    name: 'mail lint',
    summary: {
      ja: '送る前のメールを調べ、届かない・読めない原因を挙げる',
      en: 'look a mail over before it is sent: what will not arrive, or not be read',
    },
    load: async () => (await import('./mail-lint.ts')).mailLint,
  },
  {
    name: 'mail preview',
    summary: { ja: 'メールが各端末でどう見えるかを画像にする', en: 'pictures of a mail as each phone shows it' },
    load: async () => (await import('./mail-preview.ts')).mailPreview,
  },
  {
    name: 'mail send',
    summary: {
      ja: 'メールのファイルを送り、受信側の返答と結果を見る',
      en: 'send a mail from a file and see what the receiving side answers and does',
    },
    load: async () => (await import('./mail-send.ts')).mailSend,
  },
  {
    name: 'mail list',
    summary: {
      ja: 'MailHog や Mailpit にあるメールを、リンクやコードとともに一覧にする',
      en: 'list the mails of a MailHog or Mailpit, with their links and codes',
    },
    load: async () => (await import('./mail-list.ts')).mailList,
  },
  {
    name: 'badge bake',
    summary: { ja: '証明書を PNG や SVG の画像に入れる', en: 'bake a credential into a PNG or SVG' },
    load: async () => (await import('./badge-bake.ts')).badgeBake,
  },
  {
    name: 'badge unbake',
    summary: { ja: '画像に入っている証明書を取り出す', en: 'take the credential out of a picture' },
    load: async () => (await import('./badge-unbake.ts')).badgeUnbake,
  },
  {
    name: 'badge convert',
    summary: {
      ja: 'Open Badges 2.0 のバッジを 3.0 に、3.0 を 2.0 に、何も失わずに変える',
      en: 'turn an Open Badges 2.0 badge into 3.0, or 3.0 into 2.0, losing nothing',
    },
    load: async () => (await import('./badge-convert.ts')).badgeConvert,
  },
  {
    name: 'samples',
    summary: {
      ja: '名簿・証明書・メールの見本をファイルに書く',
      en: 'write sample rosters, credentials and mails',
    },
    load: async () => (await import('./samples.ts')).samplesCommand,
  },
  {
    name: 'serve',
    summary: {
      ja: 'メールの世界を開く（SMTP、IMAP、POP3、MailHog API、メールアプリ）',
      en: 'open a world of mail: SMTP, IMAP, POP3, the MailHog API, the mail app',
    },
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'doctor',
    summary: { ja: 'この環境で動くかどうかを調べる', en: 'find out what this machine has and lacks' },
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'help',
    summary: { ja: '使い方', en: 'how to use todoku, or one command' },
    load: async () => (await import('./help.ts')).help,
  },
  {
    name: 'version',
    summary: { ja: '版', en: 'the version' },
    load: async () => (await import('./version.ts')).version,
  },
];
