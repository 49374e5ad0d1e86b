import type { DialectElement } from './dialect-element.ts';
import type { Kind, NativeNode } from './native-node.ts';

/** https://learn.microsoft.com/windows/win32/winauto/uiauto-controltypesoverview */
const types: Readonly<Record<Kind, string>> = {
  root: 'Window',
  scroll: 'Pane',
  group: 'Group',
  text: 'Text',
  heading: 'Text',
  button: 'Button',
  link: 'Hyperlink',
  field: 'Edit',
  'text-area': 'Edit',
  'secure-field': 'Edit',
  'search-field': 'Edit',
  'check-box': 'CheckBox',
  radio: 'RadioButton',
  switch: 'Button',
  select: 'ComboBox',
  slider: 'Slider',
  progress: 'ProgressBar',
  image: 'Image',
  list: 'List',
  item: 'ListItem',
  dialog: 'Window',
  tab: 'TabItem',
  web: 'Document',
};

/** As UI Automation tells the program of a computer. */
export function desktopElement(node: NativeNode): DialectElement {
  const { x, y, width, height } = node.frame;
  const box = Object.entries({ l: x, t: y, w: width, h: height }).map(
    ([name, length]) => `${name}:${Math.round(length)}`,
  );
  const id = node.testId ?? node.domId ?? '';
  return {
    name: types[node.kind],
    attributes: {
      AutomationId: id,
      Name: node.label,
      ClassName: types[node.kind],
      BoundingRectangle: box.join(' '),
      IsEnabled: title(node.isEnabled),
      IsOffscreen: title(node.shown === undefined),
      IsKeyboardFocusable: title(node.isFocusable),
      HasKeyboardFocus: title(node.isFocused),
      IsPassword: title(node.kind === 'secure-field'),
      ...(node.isChecked !== undefined && { 'Toggle.ToggleState': node.isChecked ? '1' : '0' }),
      ...(types[node.kind] === 'Edit' && { 'Value.Value': node.kind === 'secure-field' ? '' : node.text }),
    },
    children: node.children.map(desktopElement),
    node,
  };
}

function title(value: boolean): string {
  return value ? 'True' : 'False';
}
