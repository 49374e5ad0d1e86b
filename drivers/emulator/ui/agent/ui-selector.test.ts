import { describe, expect, it } from 'vitest';
import { keysOf, sourceElement } from './dialect-element-fixture.ts';
import { sought } from './ui-scrolling.ts';
import { parseUiSelector } from './ui-selector.ts';
import { matchUiSelector } from './ui-selector-match.ts';

const android = (type: string, key: string, more: Readonly<Record<string, string>> = {}) =>
  ({ class: `android.widget.${type}`, key, text: '', enabled: 'true', clickable: 'false', ...more }) as const;

const tree = sourceElement(
  'android.widget.FrameLayout',
  android('FrameLayout', 'root'),
  sourceElement(
    'android.widget.ListView',
    android('ListView', 'list'),
    sourceElement('android.widget.TextView', android('TextView', 'first', { text: '学生証 2026', index: '0' })),
    sourceElement('android.widget.TextView', android('TextView', 'second', { text: 'Student ID', index: '1' })),
    sourceElement(
      'android.widget.Button',
      android('Button', 'open', {
        text: '開く',
        'resource-id': 'receive',
        'content-desc': 'receive',
        clickable: 'true',
      }),
    ),
  ),
  sourceElement(
    'android.widget.Button',
    android('Button', 'back', { text: '戻る', enabled: 'false', clickable: 'true' }),
  ),
);

function found(locator: string): (string | undefined)[] {
  return parseUiSelector(locator).flatMap((one) => ('container' in one ? [] : keysOf(matchUiSelector(tree, one))));
}

describe('UiSelector', () => {
  it.each([
    ['new UiSelector().text("開く")', ['open']],
    ['UiSelector().className("android.widget.Button")', ['open', 'back']],
    ['new UiSelector().className("android.widget.Button").enabled(true)', ['open']],
    ['new UiSelector().className("android.widget.Button").instance(1)', ['back']],
    ['new UiSelector().textContains("student")', ['second']],
    ['new UiSelector().textStartsWith("学生")', ['first']],
    ['new UiSelector().description("receive").resourceId("receive")', ['open']],
    ['new UiSelector().className("android.widget.ListView").childSelector(new UiSelector().clickable(true))', ['open']],
    ['new UiSelector().text("開く").fromParent(new UiSelector().index(0))', ['first']],
    ['new UiSelector().text("none"); new UiSelector().text("戻る")', ['back']],
    ['new UiSelector().text("a\\"b")', []],
  ])('%s', (locator, keys) => {
    expect(found(locator)).toEqual(keys);
  });

  it('reads patterns as Java does: the whole text, with flags in front', () => {
    expect(found('new UiSelector().textMatches("(?i)student id")')).toEqual(['second']);
    expect(found('new UiSelector().textMatches("student id")')).toEqual([]);
    expect(found('new UiSelector().textMatches("Student")')).toEqual([]);
    expect(found('new UiSelector().textMatches(".*\\\\d{4}")')).toEqual(['first']);
    expect(found('new UiSelector().textMatches("\\\\QStudent ID\\\\E")')).toEqual(['second']);
  });

  it.each([
    ['', 'an expression was expected'],
    ['new UiSelector().text("a"', "',' was expected"],
    ['new UiSelector().text("a', '" is not closed'],
    ['new UiSelector().colour("red")', 'UiSelector has no colour method'],
    ['new UiObject()', 'was expected'],
    ['new UiSelector().textMatches("(")', 'is not valid'],
  ])('refuses %s', (locator, message) => {
    expect(() => found(locator)).toThrow(message);
  });

  it.each([
    ['scrollIntoView(new UiSelector().text("x"))', [{ name: 'text', given: ['x'] }]],
    ['scrollTextIntoView("x")', [{ name: 'text', given: ['x'] }]],
    ['setMaxSearchSwipes(3).scrollDescriptionIntoView("x")', [{ name: 'description', given: ['x'] }]],
    [
      'getChildByText(new UiSelector().clickable(true), "x")',
      [
        { name: 'clickable', given: [true] },
        { name: 'text', given: ['x'] },
      ],
    ],
  ])('seeks by UiScrollable: %s', (method, calls) => {
    const [scrollable] = parseUiSelector(`new UiScrollable(new UiSelector().scrollable(true)).${method}`);
    expect(scrollable !== undefined && 'container' in scrollable && sought(scrollable)).toEqual({ calls });
  });
});
