import type { DialectElement, Setting } from './dialect-element.ts';
import type { Kind, NativeNode } from './native-node.ts';

/** https://developer.apple.com/documentation/xcuiautomation/xcuielement/elementtype */
const types: Readonly<Record<Kind, string>> = {
  root: 'Window',
  scroll: 'ScrollView',
  group: 'Other',
  text: 'StaticText',
  heading: 'StaticText',
  button: 'Button',
  link: 'Link',
  field: 'TextField',
  'text-area': 'TextView',
  'secure-field': 'SecureTextField',
  'search-field': 'SearchField',
  'check-box': 'Switch',
  radio: 'Button',
  switch: 'Switch',
  select: 'Button',
  slider: 'Slider',
  progress: 'ProgressIndicator',
  image: 'Image',
  list: 'Table',
  item: 'Cell',
  dialog: 'Other',
  tab: 'Button',
  web: 'WebView',
};

const prefix = 'XCUIElementType';

/** Of the tree that WebDriverAgent prints: what is beyond the screen is in it, not visible. Sizes in points. */
export function iosElement(tree: NativeNode, setting: Setting): DialectElement {
  const window = element(tree, 0);
  const { x, y, width, height } = window.attributes as Record<'x' | 'y' | 'width' | 'height', string>;
  const { name } = setting.app;
  const type = `${prefix}Application`;
  const told = {
    type,
    name,
    label: name,
    enabled: 'true',
    visible: 'true',
    accessible: 'false',
    x,
    y,
    width,
    height,
    index: '0',
  };
  return {
    name: type,
    attributes: told,
    children: [window], // An app and its one window are two elements over one document.
    node: { ...tree, key: `${tree.key}/app` },
  };
}

function element(node: NativeNode, index: number): DialectElement {
  return {
    name: prefix + types[node.kind],
    attributes: attributesOf(node, index),
    children: node.children.map((child, place) => element(child, place)),
    node,
  };
}

function attributesOf(node: NativeNode, index: number): Record<string, string> {
  const name = node.testId ?? node.label;
  const value = toldValue(node);
  const { x, y, width, height } = node.frame;
  const round = (length: number): string => String(Math.round(length));
  return {
    type: prefix + types[node.kind],
    ...(value !== undefined && { value }),
    ...(name !== '' && { name }),
    ...(node.label !== '' && !isTyped(node.kind) && { label: node.label }),
    ...(isTyped(node.kind) && { label: node.label === node.text ? '' : node.label }),
    ...(node.hint !== '' && { placeholderValue: node.hint }),
    enabled: String(node.isEnabled),
    visible: String(node.shown !== undefined),
    accessible: String(!['root', 'scroll', 'group', 'list', 'item', 'dialog', 'web'].includes(node.kind)),
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
    index: String(index),
    ...(node.isSelected && { selected: 'true' }),
    ...(node.kind === 'heading' && { traits: 'Header, StaticText' }),
  };
}

function isTyped(kind: Kind): boolean {
  return types[kind].endsWith('Field') || types[kind] === 'TextView';
}

/** https://developer.apple.com/documentation/xcuiautomation/xcuielementattributes/value */
function toldValue({ kind, text, hint, isChecked, isSelected }: NativeNode): string | undefined {
  if (kind === 'secure-field') return text === '' ? hint || undefined : '•'.repeat(text.length);
  if (isTyped(kind)) return text || hint || undefined;
  if (isChecked !== undefined) return isChecked ? '1' : '0';
  if (kind === 'tab') return isSelected ? '1' : '0';
  if (kind === 'text' || kind === 'heading' || kind === 'select' || kind === 'slider') return text;
  return undefined;
}
