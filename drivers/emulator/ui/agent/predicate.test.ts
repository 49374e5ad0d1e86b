import { describe, expect, it } from 'vitest';
import { parsePredicate } from './predicate.ts';

const button = {
  type: 'XCUIElementTypeButton',
  name: 'log-in',
  label: 'Café ログイン',
  visible: 'true',
  enabled: 'false',
  x: '8',
  width: '120',
};

describe('a predicate string', () => {
  it.each([
    "name == 'log-in'",
    'name == "log-in" AND type = "XCUIElementTypeButton"',
    "label CONTAINS 'ログイン'",
    "label BEGINSWITH[c] 'CAFÉ'",
    "label BEGINSWITH[cd] 'cafe'",
    "label ENDSWITH 'イン' && visible == 1",
    "label LIKE 'Caf?*'",
    "name MATCHES '[a-z]+-[a-z]+'",
    'visible == TRUE AND enabled == NO',
    "NOT (name == 'log-out') and value == nil",
    "name != 'log-out' || FALSEPREDICATE",
    "name IN {'log-out', 'log-in'}",
    'rect.width BETWEEN {100, 130}',
    'x < 9 AND x >= 8',
    "wdName == 'log-in' AND isWDVisible == true",
    "name == 'it\\'s' OR identifier == 'log-in'",
    'TRUEPREDICATE',
  ])('%s', (text) => {
    expect(parsePredicate(text)(button)).toBe(true);
  });

  it.each([
    "name == 'log'",
    "label CONTAINS 'cafe'",
    'visible == 0',
    "name MATCHES 'log'",
    'NOT enabled == false',
    "value CONTAINS 'x'",
    "name == 'log-in' AND (x > 8 OR width < 8)",
  ])('not %s', (text) => {
    expect(parsePredicate(text)(button)).toBe(false);
  });

  it.each([
    ['name', 'an operator was expected'],
    ["name == 'x", "' is not closed"],
    ["name == 'x' AND", 'an attribute or a value was expected'],
    ["(name == 'x'", "')' was expected"],
    ["name == 'x' 'y'", 'the end was expected'],
    ["name MATCHES '('", 'is not valid'],
  ])('refuses %s', (text, message) => {
    expect(() => parsePredicate(text)(button)).toThrow(message);
  });
});
