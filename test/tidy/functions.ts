import type { SourceFile } from './source-tree.ts';

/** A function with a body, as it lies in a file. */
export interface FunctionSpan {
  readonly name: string;
  readonly firstLine: number;
  readonly lines: number;
}

/** Words before a parenthesis and a brace that make no function. */
const statements = new Set(['if', 'for', 'while', 'switch', 'catch', 'with', 'await']);

/** Functions, methods and arrow functions with a block; what is passed to `describe` only groups and does not count. */
export function functionsOf(file: SourceFile): FunctionSpan[] {
  const { code } = file.running;
  const partner = pairs(code);
  const found: FunctionSpan[] = [];
  for (const [open, close] of partner) {
    if (code[open] !== '{') continue;
    const head = headOf(code.slice(0, open), partner);
    if (head === undefined || head.name === 'describe') continue;
    const firstLine = file.lineAt(head.at);
    found.push({ name: head.name, firstLine, lines: file.lineAt(close) - firstLine + 1 });
  }
  return found;
}

/** From each bracket to its partner, both ways. */
function pairs(code: string): Map<number, number> {
  const partner = new Map<number, number>();
  const open: number[] = [];
  for (const { index, 0: bracket } of code.matchAll(/[()[\]{}]/g)) {
    if ('([{'.includes(bracket)) open.push(index);
    else {
      const start = open.pop();
      if (start === undefined) continue;
      partner.set(start, index);
      partner.set(index, start);
    }
  }
  return partner;
}

/** What stands before a brace that opens a function's body: where its parameters start, and its name. */
function headOf(
  before: string,
  partner: ReadonlyMap<number, number>,
): { readonly name: string; readonly at: number } | undefined {
  const trimmed = before.trimEnd();
  const isArrow = trimmed.endsWith('=>');
  const head = isArrow ? trimmed.slice(0, -2).trimEnd() : trimmed;
  if (!head.endsWith(')')) {
    const parameter = isArrow ? /[\w$]+$/.exec(head)?.index : undefined;
    return parameter === undefined ? undefined : { name: 'arrow function', at: parameter };
  }
  const at = partner.get(head.length - 1);
  if (at === undefined) return undefined;
  const lead = head.slice(0, at).trimEnd();
  if (isArrow) return { name: arrowName(lead), at };
  const name = /[\w$#]+$/.exec(lead)?.[0] ?? 'function';
  return statements.has(name) ? undefined : { name, at };
}

function arrowName(lead: string): string {
  if (/\bdescribe(\.\w+(\([^()]*\))?)*\s*\([^()]*,$/.test(lead)) return 'describe';
  return /([\w$]+)\s*[:=]\s*(async)?$/.exec(lead)?.[1] ?? 'arrow function';
}
