import type { DialectElement } from './dialect-element.ts';

/** https://github.com/appium/appium-uiautomator2-driver#element-attributes */
const androidAliases: Readonly<Record<string, string>> = {
  className: 'class',
  contentDescription: 'content-desc',
  resourceId: 'resource-id',
  resourceName: 'resource-id',
  longClickable: 'long-clickable',
};

export function androidAttribute({ attributes }: DialectElement, name: string): string | null {
  if (name === 'name') return attributes['content-desc'] ?? attributes.text ?? '';
  return attributes[androidAliases[name] ?? name] ?? null;
}

/** https://appium.github.io/appium-xcuitest-driver/latest/reference/element-attributes/ */
export function iosAttribute({ attributes }: DialectElement, name: string): string | null {
  if (name === 'rect') {
    const { x, y, width, height } = attributes;
    return JSON.stringify({ x: Number(x), y: Number(y), width: Number(width), height: Number(height) });
  }
  return attributes[name] ?? null;
}
