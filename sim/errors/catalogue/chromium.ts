import type { ErrorEntry } from '../error-entry.ts';

export const chromiumErrors = {
  'chromium-missing': {
    status: 424,
    title: { ja: 'Chromium が見つかりません', en: 'There is no Chromium' },
    detail: {
      ja: '画面を描くには Chromium が必要ですが、この環境に見つかりません（探したもの: {looked}）。',
      en: 'Pages are painted by Chromium, and this machine has none. Looked for: {looked}.',
    },
    nextStep: {
      ja: 'Linux（x64）では npm ci で一緒に入ります。Debian・Ubuntu では sudo apt-get install chromium-headless-shell でも入ります。別の場所にあるときは、環境変数 CHROME_PATH で指定してください。',
      en: 'On Linux (x64) npm ci brings one along; on Debian and Ubuntu there is sudo apt-get install chromium-headless-shell too. When it is somewhere else, name it in CHROME_PATH.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'pages-not-built': {
    status: 503,
    title: { ja: '画面のファイルがまだありません', en: 'The files of the pages are not there yet' },
    detail: {
      ja: '画面のファイルが作られていないため、メールを表示できません。',
      en: 'The pages were not built, so no mail can be shown.',
    },
    nextStep: {
      ja: 'npm ci または npm run build を実行してから、もう一度お試しください。',
      en: 'Run npm ci or npm run build, then try again.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'chromium-failed': {
    status: 502,
    title: { ja: 'Chromium が止まりました', en: 'Chromium stopped' },
    detail: {
      ja: 'Chromium（{executable}）が終わったため、続けられません（{reason}）。',
      en: 'Chromium ({executable}) ended: {reason}.',
    },
    nextStep: {
      ja: '同じ環境で Chromium を起動できるか確かめて、もう一度実行してください。',
      en: 'See whether Chromium starts on this machine by itself, then run it again.',
    },
    audience: 'operator',
    retry: 'now',
  },
} as const satisfies Record<string, ErrorEntry>;
