import { androidElement } from './android-dialect.ts';
import { desktopElement } from './desktop-dialect.ts';
import type { Dialect, DialectElement, Setting } from './dialect-element.ts';
import { iosElement } from './ios-dialect.ts';
import type { NativeNode } from './native-node.ts';

const dialects = { android: androidElement, ios: iosElement, desktop: desktopElement };

export function told(tree: NativeNode, dialect: Dialect, setting: Setting): DialectElement {
  return dialects[dialect](tree, setting);
}
