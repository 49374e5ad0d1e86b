import { expect, test } from 'vitest';
import { builtFolder, requireBuiltPages } from './built-files.ts';

test('who needs the pages is told when they were not built', () => {
  expect(builtFolder('/nowhere/')).toBeUndefined();
  expect(() => requireBuiltPages('/nowhere/')).toThrow(expect.objectContaining({ code: 'pages-not-built' }));
});

test('the tests themselves run over built pages', () => {
  expect(() => requireBuiltPages()).not.toThrow();
});
