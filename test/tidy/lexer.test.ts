import { describe, expect, test } from 'vitest';
import { lex } from './lexer.ts';
import { repositoryTree } from './source-tree.ts';

describe('the lexer of the tidy laws', () => {
  test('keeps length and lines', () => {
    const text = `const a = 'one';\n/* two\n three */ const b = \`x\${a}y\`;\n`;
    const { code } = lex(text);
    expect(code).toHaveLength(text.length);
    expect(code.split('\n')).toHaveLength(text.split('\n').length);
  });

  test('blanks strings and comments, and hands them over', () => {
    const { code, strings, comments } = lex("call('Date.now()'); // Math.random\n");
    expect(code).not.toMatch(/Date|Math/);
    expect(code).toContain("call('");
    expect(strings).toEqual([{ text: 'Date.now()', at: 6 }]);
    expect(comments).toEqual([{ text: '// Math.random', at: 20 }]);
  });

  test('keeps what a template puts in, at any depth', () => {
    const { code, strings } = lex(`const t = \`a \${one({ b: \`c \${two} d\` })} e\`; three();`);
    expect(code).toContain('one({');
    expect(code).toContain('two');
    expect(code).toContain('three();');
    expect(strings.map(({ text }) => text)).toEqual(['a ', 'c ', ' d', ' e']);
  });

  test('an escaped quote does not end a string', () => {
    expect(lex(String.raw`f('it\'s', "\\"); g();`).code).toContain('g();');
  });

  test('tells a regular expression from a division', () => {
    expect(lex('const r = /[\'"`/*]/g; after();').code).toContain('after();');
    expect(lex('const q = a / b; const s = (c) / d; after();').code).toContain('a / b; const s = (c) / d; after();');
    expect(lex("return /it's [/] one/.test(x); after();").code).toContain('.test(x); after();');
  });

  test('reads a first line for the shell as a comment', () => {
    expect(lex("#!/usr/bin/env node\nrun('x');\n").code.trimStart()).toMatch(/^run\(/);
  });

  test('leaves every file of the project with its brackets in pairs', () => {
    const count = (code: string, bracket: string): number => code.split(bracket).length;
    const odd = repositoryTree().code.filter(({ lexed: { code } }) =>
      ['()', '[]', '{}'].some(([open = '', close = '']) => count(code, open) !== count(code, close)),
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });
});
