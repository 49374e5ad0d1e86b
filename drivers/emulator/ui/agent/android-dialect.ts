import type { DialectElement, Setting } from './dialect-element.ts';
import type { Box, Kind, NativeNode } from './native-node.ts';

/** Class names that accessibility services tell: https://developer.android.com/reference/android/widget/package-summary */
const classes: Readonly<Record<Kind, string>> = {
  root: 'android.widget.FrameLayout',
  scroll: 'android.widget.ScrollView',
  group: 'android.view.ViewGroup',
  text: 'android.widget.TextView',
  heading: 'android.widget.TextView',
  button: 'android.widget.Button',
  link: 'android.widget.TextView',
  field: 'android.widget.EditText',
  'text-area': 'android.widget.EditText',
  'secure-field': 'android.widget.EditText',
  'search-field': 'android.widget.EditText',
  'check-box': 'android.widget.CheckBox',
  radio: 'android.widget.RadioButton',
  switch: 'android.widget.Switch',
  select: 'android.widget.Spinner',
  slider: 'android.widget.SeekBar',
  progress: 'android.widget.ProgressBar',
  image: 'android.widget.ImageView',
  list: 'android.widget.ListView',
  item: 'android.view.ViewGroup',
  dialog: 'android.view.ViewGroup',
  tab: 'android.widget.Button',
  web: 'android.webkit.WebView',
};

/** Of the tree that UiAutomator2 prints: what is not on the screen is not in it. Sizes in pixels of the panel. */
export function androidElement(tree: NativeNode, setting: Setting): DialectElement {
  const { width, height } = tree.frame;
  const px = (length: number): string => String(Math.round(length * setting.scale));
  const attributes = {
    index: '0',
    class: 'hierarchy',
    rotation: width > height ? '1' : '0',
    width: px(width),
    height: px(height),
  };
  return { name: 'hierarchy', attributes, children: [element(tree, 0, setting)], node: undefined };
}

function element(node: NativeNode, index: number, setting: Setting): DialectElement {
  const children = node.children.filter(({ shown }) => shown !== undefined);
  return {
    // https://github.com/appium/appium-uiautomator2-server: the class of an inner class is told with a dot.
    name: classes[node.kind].replaceAll('$', '.'),
    attributes: attributesOf(node, index, setting),
    children: children.map((child, place) => element(child, place, setting)),
    node,
  };
}

function attributesOf(node: NativeNode, index: number, { app, scale }: Setting): Record<string, string> {
  const isSecret = node.kind === 'secure-field';
  const text = isSecret ? '•'.repeat(node.text.length) : node.text;
  const description = node.testId ?? (node.label === node.text ? '' : node.label);
  const id = node.testId ?? node.domId ?? '';
  return {
    index: String(index),
    package: app.package,
    class: classes[node.kind],
    text: text || (isTyped(node) ? node.hint : ''),
    ...(description !== '' && { 'content-desc': description }),
    ...(id !== '' && { 'resource-id': id }),
    ...(node.hint !== '' && { hint: node.hint }),
    checkable: String(node.isChecked !== undefined),
    checked: String(node.isChecked ?? false),
    clickable: String(node.isClickable),
    enabled: String(node.isEnabled),
    focusable: String(node.isFocusable),
    focused: String(node.isFocused),
    'long-clickable': String(isTyped(node)),
    password: String(isSecret),
    scrollable: String(node.isScrollable),
    selected: String(node.isSelected),
    bounds: boundsOf(node.shown ?? node.frame, scale),
    displayed: String(node.shown !== undefined),
    ...(node.kind === 'heading' && { heading: 'true' }),
  };
}

function isTyped({ kind }: NativeNode): boolean {
  return classes[kind] === 'android.widget.EditText';
}

/** `[left,top][right,bottom]` */
function boundsOf({ x, y, width, height }: Box, scale: number): string {
  const at = (...lengths: readonly number[]): string => lengths.map((length) => Math.round(length * scale)).join(',');
  return `[${at(x, y)}][${at(x + width, y + height)}]`;
}
