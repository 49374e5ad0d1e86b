import type { Bilingual } from '#sim/errors';
import { type Screen, type ScreenApp, type ScreenName, screenCatalogue } from '../handset/index.ts';
import { descendants, parsePageSource, type SourceNode } from './page-source.ts';
import { elementOf } from './source-element.ts';

export interface ScrollArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What stands on a screen as it was read, in the language of the handset. */
export interface ReadScreen {
  /** Undefined: none of the screens that scenarios know. */
  readonly screen: ScreenName | undefined;
  readonly texts: readonly string[];
  readonly fields: readonly string[];
  /** Those that do something. */
  readonly controls: readonly string[];
  /** Those that are greyed out. */
  readonly disabled: readonly string[];
  /** A question of the system stands in front of everything. */
  readonly isDialog: boolean;
  /** Where there is more of the page below or above what is in sight; the driver's pixels. Only where it tells no more. */
  readonly scrollArea: ScrollArea | undefined;
  /** Of Android: the package of the app in front. */
  readonly appPackage: string | undefined;
}

const rootPrefix = 'screen-';
const sentenceId = 'text';

/** Says yes to what the system asks. */
export const dialogAccept = 'dialog-accept';

/** Reads the whole screen from one page source of a native context. */
export function readPageSource(xml: string): ReadScreen {
  const source = parsePageSource(xml);
  const isDialog = [...descendants(source)].some((node) => elementOf(node).id === dialogAccept);
  const scrollArea = scrollAreaOf(source);
  const root = rootOf(source);
  const appPackage = packageOf(root?.node ?? source);
  if (root === undefined) {
    return { screen: undefined, isDialog, texts: [], fields: [], controls: [], disabled: [], scrollArea, appPackage };
  }
  const found = { texts: [] as string[], fields: [] as string[], controls: [] as string[], disabled: [] as string[] };
  for (const child of root.node.children) collect(child, found);
  const sentences = sentencesIn(root.node);
  if (sentences.length > 0) found.texts = sentences;
  const isKnown = Object.hasOwn(screenCatalogue, root.name);
  const screen = isKnown ? (root.name as ScreenName) : undefined;
  return { screen, isDialog, ...found, scrollArea, appPackage };
}

/** The last one is in front: a dialog of the system stands above what it asks about. */
function rootOf(source: SourceNode): { readonly node: SourceNode; readonly name: string } | undefined {
  let found: { readonly node: SourceNode; readonly name: string } | undefined;
  for (const node of descendants(source)) {
    const { id } = elementOf(node);
    if (id.startsWith(rootPrefix)) found = { node, name: id.slice(rootPrefix.length) };
  }
  return found;
}

function scrollAreaOf(source: SourceNode): ScrollArea | undefined {
  for (const { attributes } of descendants(source)) {
    const bounds = /^\[(\d+),(\d+)\]\[(\d+),(\d+)\]$/.exec(attributes.bounds ?? '');
    if (attributes.scrollable !== 'true' || bounds === null) continue;
    const [left = 0, top = 0, right = 0, bottom = 0] = bounds.slice(1).map(Number);
    return { left, top, width: right - left, height: bottom - top };
  }
  return undefined;
}

function packageOf(node: SourceNode): string | undefined {
  for (const { attributes } of descendants(node)) if (attributes.package !== undefined) return attributes.package;
  return undefined;
}

/** Pages of ours mark each sentence; what else stands there are headings, labels and small print. */
function sentencesIn(root: SourceNode): string[] {
  const elements = [...descendants(root)].map(elementOf);
  return elements.filter(({ id, text }) => id === sentenceId && text.trim() !== '').map(({ text }) => text.trim());
}

type Found = Readonly<Record<'texts' | 'fields' | 'controls' | 'disabled', string[]>>;

/** What is written on a control is its label, no text of the screen. */
function collect(node: SourceNode, found: Found): void {
  const { id, role, text, isEnabled } = elementOf(node);
  if (role === 'control' || role === 'field') {
    const names = role === 'field' ? found.fields : isEnabled ? found.controls : found.disabled;
    if (id !== '' && !names.includes(id)) names.push(id);
    return;
  }
  // Both drivers tell a text once more for what it is in: the innermost is meant.
  const before = found.texts.length;
  for (const child of node.children) collect(child, found);
  if (role === 'text' && text.trim() !== '' && found.texts.length === before) found.texts.push(text.trim());
}

/** The screen as scenarios tell it. */
export function screenOf(read: ReadScreen, app: ScreenApp, bothOf: (text: string) => Bilingual): Screen {
  const { screen, texts, fields, controls } = read;
  return { app, screen: screen ?? 'unknown', texts: texts.map(bothOf), fields, controls };
}
