import { ServiceError } from '../errors/index.ts';
import type { RosterRecord } from './roster-cells.ts';
import { type RosterIssue, rosterIssue } from './roster-issue.ts';
import { didYouMean } from './spelling.ts';

export type RosterColumn = 'studentNumber' | 'name' | 'nameKana' | 'address' | 'faculty' | 'department' | 'grade';

/** Which cell holds what, and what the file calls it. */
export type RosterHeader = ReadonlyMap<RosterColumn, { readonly index: number; readonly title: string }>;

/** What schools call each column; the first one is what our texts call it. */
const titles: Readonly<Record<RosterColumn, readonly string[]>> = {
  studentNumber: ['学籍番号', '学生番号', '学生証番号', 'student number', 'student no', 'student id', 'studentnumber'],
  name: ['氏名', '名前', '学生氏名', '漢字氏名', '氏名漢字', 'name', 'full name', 'student name'],
  nameKana: ['フリガナ', 'ふりがな', 'カナ', 'カナ氏名', '氏名カナ', '氏名フリガナ', 'kana', 'name kana', 'furigana'],
  address: [
    'メールアドレス',
    'eメールアドレス',
    'eメール',
    'メール',
    '電子メール',
    'email',
    'email address',
    'mail',
    'mail address',
    'address',
  ],
  faculty: ['学部', '学部名', '研究科', 'faculty', 'school'],
  department: ['学科', '学科名', '専攻', 'コース', 'department', 'major', 'course'],
  grade: ['学年', '年次', 'grade', 'year'],
};
const required: readonly RosterColumn[] = ['studentNumber', 'name', 'address'];

/** What two spellings of one title have in common: width, case, spaces, hyphens, brackets. */
function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.・/()[\]「」【】※*:-]/g, '');
}

const columnOf = new Map(
  Object.entries(titles).flatMap(([column, names]) => names.map((name) => [titleKey(name), column as RosterColumn])),
);

export interface ReadHeader {
  readonly header: RosterHeader;
  /** Columns that the roster has no use for. */
  readonly warnings: readonly RosterIssue[];
}

/**
 * Finds the columns by their titles, in any order. Throws ServiceError `roster-column-duplicate`,
 * `roster-column-unknown` (when it looks like a slip of a column that is missing) or `roster-column-missing`, each with
 * line and column.
 */
export function readHeader({ line, cells }: RosterRecord): ReadHeader {
  const header = new Map<RosterColumn, { index: number; title: string }>();
  const unknown: { index: number; title: string }[] = [];
  cells.forEach((cell, index) => {
    const title = cell.trim().slice(0, 60);
    const column = columnOf.get(titleKey(title));
    if (column === undefined) {
      if (title !== '') unknown.push({ index, title });
      return;
    }
    const first = header.get(column);
    if (first !== undefined) {
      throw new ServiceError('roster-column-duplicate', { line, column: index + 1, first: first.index + 1, title });
    }
    header.set(column, { index, title });
  });
  for (const { index, title } of unknown) {
    const suggestion = intendedTitle(title, header);
    if (suggestion !== undefined) {
      throw new ServiceError('roster-column-unknown', { line, column: index + 1, title, suggestion });
    }
  }
  for (const column of required) {
    if (!header.has(column)) {
      const missing = titles[column][0] ?? column;
      throw new ServiceError('roster-column-missing', { line, column: cells.length + 1, missing });
    }
  }
  const warnings = unknown.map(({ index, title }) =>
    rosterIssue({ line, column: title || String(index + 1) }, 'roster-column-ignored', {}),
  );
  return { header, warnings };
}

/** The title that was meant, among those of columns that the header does not have yet. */
function intendedTitle(title: string, header: RosterHeader): string | undefined {
  const open = Object.entries(titles).filter(([column]) => !header.has(column as RosterColumn));
  const key = titleKey(title);
  for (const [, names] of open) {
    const near = didYouMean(key, names.map(titleKey), (candidate) =>
      candidate.length < 4 ? 0 : candidate.length < 8 ? 1 : 2,
    );
    const index = names.findIndex((name) => titleKey(name) === near);
    if (index >= 0) return names[index];
  }
  return undefined;
}
