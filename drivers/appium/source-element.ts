import type { SourceNode } from './page-source.ts';

/** What a page object needs to know of an element, told alike for every dialect. */
export interface SourceElement {
  /** The accessibility id; empty when it has none. */
  readonly id: string;
  /** What a person reads on it. */
  readonly text: string;
  readonly role: 'field' | 'control' | 'text' | 'group';
  readonly isEnabled: boolean;
  readonly isVisible: boolean;
}

/** UiAutomator2: attributes of AccessibilityNodeInfo. A view's id has its package in front, Compose's and the web's have not. */
function androidElement({ attributes }: SourceNode): SourceElement {
  const { class: type = '', text = '', clickable, enabled, displayed } = attributes;
  const resourceId = (attributes['resource-id'] ?? '').replace(/^[\w.]+:id\//, '');
  const description = attributes['content-desc'] ?? '';
  const isField = /\.(EditText|AutoCompleteTextView)$/.test(type);
  const isControl = clickable === 'true' || /\.(Button|CheckBox|RadioButton|Switch|Spinner)$/.test(type);
  return {
    id: resourceId || description,
    text: text || (resourceId === '' || resourceId === description ? '' : description),
    role: isField ? 'field' : isControl ? 'control' : text === '' ? 'group' : 'text',
    isEnabled: enabled !== 'false',
    isVisible: displayed !== 'false',
  };
}

const iosFields = /^XCUIElementType(TextField|SecureTextField|SearchField|TextView)$/;
const iosControls =
  /^XCUIElementType(Button|Link|Switch|CheckBox|Toggle|RadioButton|Cell|MenuItem|Icon|Tab|PopUpButton)$/;

/** XCUITest: `name` is the identifier where the app gave one, else the label; `label` is read, `value` is set. */
function iosElement({ tag, attributes }: SourceNode): SourceElement {
  const { name = '', label = '', value = '', enabled, visible } = attributes;
  const type = attributes.type ?? tag;
  const isText = type === 'XCUIElementTypeStaticText';
  return {
    id: name,
    text: label || (isText ? value || name : ''),
    role: iosFields.test(type) ? 'field' : iosControls.test(type) ? 'control' : isText ? 'text' : 'group',
    isEnabled: enabled !== 'false',
    isVisible: visible !== 'false',
  };
}

/** UI Automation of desktop programs, as WinAppDriver writes it. */
function desktopElement({ tag, attributes }: SourceNode): SourceElement {
  const { AutomationId = '', Name = '', IsEnabled, IsOffscreen } = attributes;
  const isControl = /^(Button|Hyperlink|CheckBox|RadioButton|ComboBox|ListItem|MenuItem|TabItem)$/.test(tag);
  return {
    id: AutomationId,
    text: Name,
    role: tag === 'Edit' ? 'field' : isControl ? 'control' : tag === 'Text' ? 'text' : 'group',
    isEnabled: IsEnabled?.toLowerCase() !== 'false',
    isVisible: IsOffscreen?.toLowerCase() !== 'true',
  };
}

export function elementOf(node: SourceNode): SourceElement {
  const { tag, attributes } = node;
  if (tag.startsWith('XCUIElementType') || tag === 'AppiumAUT') return iosElement(node);
  return 'AutomationId' in attributes || 'Name' in attributes ? desktopElement(node) : androidElement(node);
}
