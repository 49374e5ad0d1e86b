import { TokenReader } from './token-reader.ts';

/** https://developer.android.com/reference/androidx/test/uiautomator/UiSelector */
export interface UiSelector {
  readonly calls: readonly UiCall[];
}

export interface UiCall {
  readonly name: string;
  readonly given: readonly UiValue[];
}

/** https://developer.android.com/reference/androidx/test/uiautomator/UiScrollable */
export interface UiScrollable {
  readonly container: UiSelector;
  readonly calls: readonly UiCall[];
}

export type UiValue = string | number | boolean | UiSelector;

export type UiExpression = UiSelector | UiScrollable;

/** The expressions of a locator, separated by semicolons. Throws AgentFault `invalid selector`. */
export function parseUiSelector(text: string): UiExpression[] {
  const reader = new TokenReader(text, 'UiSelector');
  const found: UiExpression[] = [];
  do {
    if (reader.isAtEnd) break;
    found.push(expression(reader));
  } while (reader.has(';'));
  if (found.length === 0 || !reader.isAtEnd) throw reader.fault('an expression was expected');
  return found;
}

function expression(reader: TokenReader): UiExpression {
  reader.take(/new\b/y);
  const name = reader.take(/Ui(Selector|Scrollable)\b/y);
  reader.expect('(');
  if (name === 'UiSelector') {
    reader.expect(')');
    return { calls: calls(reader) };
  }
  if (name !== 'UiScrollable') throw reader.fault('new UiSelector() or new UiScrollable(…) was expected');
  const container = expression(reader);
  if ('container' in container) throw reader.fault('a UiSelector was expected');
  reader.expect(')');
  return { container, calls: calls(reader) };
}

function calls(reader: TokenReader): UiCall[] {
  const found: UiCall[] = [];
  while (reader.has('.')) {
    const name = reader.take(/\w+/y);
    if (name === undefined) throw reader.fault('a method was expected');
    reader.expect('(');
    const given: UiValue[] = [];
    while (!reader.has(')')) {
      if (given.length > 0) reader.expect(',');
      given.push(value(reader));
    }
    found.push({ name, given });
  }
  return found;
}

function value(reader: TokenReader): UiValue {
  const text = reader.quoted('"');
  if (text !== undefined) return text;
  const word = reader.take(/(true|false)\b|-?\d+|[\w.]+\.class\b/y);
  if (word === 'true' || word === 'false') return word === 'true';
  if (word?.endsWith('.class')) return word.slice(0, -'.class'.length);
  if (word !== undefined) return Number(word);
  const selector = expression(reader);
  if ('container' in selector) throw reader.fault('a UiSelector was expected');
  return selector;
}
