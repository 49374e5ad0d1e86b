import { describe, expect, it } from 'vitest';
import { matchClassChain } from './class-chain.ts';
import { keysOf, sourceElement } from './dialect-element-fixture.ts';

const element = (type: string, name: string, ...children: ReturnType<typeof sourceElement>[]) =>
  sourceElement(`XCUIElementType${type}`, { key: name, name, label: name }, ...children);

const tree = element(
  'Application',
  'app',
  element(
    'Window',
    'window',
    element('Cell', 'a', element('Button', 'a1'), element('Button', 'a2')),
    element('Cell', 'b', element('StaticText', 'b1'), element('Button', 'b2')),
  ),
);

describe('a class chain', () => {
  it.each([
    ['XCUIElementTypeWindow', ['window']],
    ['XCUIElementTypeWindow/XCUIElementTypeCell', ['a', 'b']],
    ['XCUIElementTypeCell', []],
    ['**/XCUIElementTypeButton', ['a1', 'a2', 'b2']],
    ['**/XCUIElementTypeCell/XCUIElementTypeButton[1]', ['a1', 'b2']],
    ['**/XCUIElementTypeCell[-1]/*', ['b1', 'b2']],
    ['**/XCUIElementTypeButton[`name BEGINSWITH "a"`][2]', ['a2']],
    ['**/XCUIElementTypeCell[$type == nil AND name == "b1"$]', ['b']],
    ['XCUIElementTypeWindow/**/XCUIElementTypeStaticText[`label == "b1"`]', ['b1']],
    ['**/XCUIElementTypeButton[9]', []],
  ])('%s', (chain, keys) => {
    expect(keysOf(matchClassChain(tree, chain))).toEqual(keys);
  });

  it.each([
    ['Button', 'a type was expected'],
    ['XCUIElementTypeButton[0]', 'a predicate or a position was expected'],
    ['XCUIElementTypeButton[`name ==`]', 'an attribute or a value was expected'],
    ['XCUIElementTypeButton[`name == "a"', "'`' is missing"],
    ['XCUIElementTypeButton x', 'the end was expected'],
  ])('refuses %s', (chain, message) => {
    expect(() => matchClassChain(tree, chain)).toThrow(message);
  });
});
