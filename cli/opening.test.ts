import { expect, test } from 'vitest';
import { openingCommand } from './opening.ts';

test('a report is opened as each platform does', () => {
  expect(openingCommand('linux', 'todoku-report/report.html')).toBe('xdg-open todoku-report/report.html');
  expect(openingCommand('darwin', 'my report/report.html')).toBe('open "my report/report.html"');
  expect(openingCommand('win32', 'todoku-report\\report.html')).toBe('start "" todoku-report\\report.html');
});
