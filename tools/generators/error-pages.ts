import { catalogue, type ErrorEntry, type Language } from '#sim/errors';
import type { Generator } from './generator.ts';

const words = {
  ja: {
    title: 'エラーの一覧',
    intro:
      'todoku が返すすべてのエラーです。`{…}` には、そのときの値が入ります。このページは `npm run generate` が作ります。手で直さないでください。',
    status: 'HTTP',
    nextStep: '次にすること',
    audience: { student: '学生', support: 'サポート担当', operator: '運用担当' },
    audienceLabel: '読む人',
    retry: { never: '直すまで同じ結果', later: '時間をおいて', now: 'すぐ' },
    retryLabel: 'やり直し',
    separator: '・',
  },
  en: {
    title: 'Errors',
    intro:
      'Every error that todoku answers with. `{…}` stands for a value of the moment. `npm run generate` makes this page; do not edit it.',
    status: 'HTTP',
    nextStep: 'What to do',
    audience: { student: 'student', support: 'support', operator: 'operator' },
    audienceLabel: 'for',
    retry: { never: 'not before it is put right', later: 'later', now: 'at once' },
    retryLabel: 'try again',
    separator: ' · ',
  },
} as const;

function section(code: string, entry: ErrorEntry, language: Language): string {
  const { status, nextStep, audience, audienceLabel, retry, retryLabel, separator } = words[language];
  const facts = [
    `${status} ${entry.status}`,
    `${audienceLabel}: ${audience[entry.audience]}`,
    `${retryLabel}: ${retry[entry.retry]}`,
  ];
  return [
    `## ${code}`,
    `**${entry.title[language]}** (${facts.join(separator)})`,
    entry.detail[language],
    `${nextStep}: ${entry.nextStep[language]}`,
  ].join('\n\n');
}

function page(language: Language): string {
  const { title, intro } = words[language];
  const sections = Object.entries(catalogue).map(([code, entry]) => section(code, entry, language));
  return `${[`# ${title}`, intro, ...sections].join('\n\n')}\n`;
}

export const errorPages: readonly Generator[] = [
  { file: 'docs/errors.md', make: () => page('en') },
  { file: 'docs/errors.ja.md', make: () => page('ja') },
];
