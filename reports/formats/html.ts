import type { Language } from '#sim/errors';
import type { RunLog } from '../projections/index.ts';
import { type CellFiles, noFiles } from './cell-file.ts';
import { page } from './page/page.ts';

/**
 * One self-contained HTML file about runs: both languages in it (`language` is the one shown first), no network, no
 * storage. Everything that comes from events is escaped; mails stand in sandboxed frames. Pictures of screens are loaded
 * from where `files` says they are, and from nowhere else.
 */
export function renderHtml(
  runs: readonly RunLog[],
  { language, files = noFiles }: { readonly language: Language; readonly files?: CellFiles },
): string {
  return page(runs, language, files);
}
