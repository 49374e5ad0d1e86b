import type { Language } from '#sim/errors';
import type { RunLog } from '../projections/index.ts';
import { page } from './page/page.ts';

/**
 * One self-contained HTML file about runs: both languages in it (`language` is the one shown first), no network, no
 * storage. Everything that comes from events is escaped; mails stand in sandboxed frames.
 */
export function renderHtml(runs: readonly RunLog[], { language }: { readonly language: Language }): string {
  return page(runs, language);
}
