import type { MailSummary } from '#mocks/mailbox';

const tabsByMark: Readonly<Record<string, string>> = {
  'tab-updates': 'updates',
  'tab-promotions': 'promotions',
  'focused-other': 'other',
};

/** Whether a mail of the inbox lies behind a tab: behind the app's first one, whatever its name, when no mark says more. */
export function isBehind({ marks }: MailSummary, tab: string | undefined): boolean {
  if (tab === undefined) return true;
  const marked = marks.flatMap((mark) => tabsByMark[mark] ?? [])[0];
  return marked === undefined ? tab === 'primary' || tab === 'focused' : marked === tab;
}
