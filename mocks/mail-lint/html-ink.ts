import type { Tag } from './html-tags.ts';

/** Elements that have no end tag, and so hold nothing. */
const empty = new Set(['br', 'img', 'hr', 'meta', 'link', 'input', 'col', 'area', 'base', 'wbr', 'source', 'track']);

/** How deep elements are remembered: what lies deeper is taken for part of the last. */
const depthMax = 200;
const closedTogetherMax = 20;

/** The text colours that stand on no background of the mail's own, each once. */
export function inkFaults(tags: readonly Tag[]): readonly string[] {
  const open: { readonly name: string; readonly hasBackground: boolean }[] = [];
  const faults = new Set<string>();
  for (const tag of tags) {
    if (tag.isEnd) {
      // Some elements need no end tag: the one that ends may lie below them.
      const at = open.slice(-closedTogetherMax).findLastIndex(({ name }) => name === tag.name);
      if (at !== -1) open.length = Math.max(0, open.length - closedTogetherMax) + at;
      continue;
    }
    const hasBackground = hasOwnBackground(tag) || (open.at(-1)?.hasBackground ?? false);
    const colour = tag.style.get('color') ?? (tag.name === 'font' ? tag.attributes.get('color') : undefined);
    if (colour !== undefined && !hasBackground && isFixed(colour)) faults.add(colour);
    if (!empty.has(tag.name) && open.length < depthMax) open.push({ name: tag.name, hasBackground });
  }
  return [...faults];
}

function hasOwnBackground({ attributes, style }: Tag): boolean {
  const colour = style.get('background-color') ?? style.get('background') ?? attributes.get('bgcolor');
  return colour !== undefined && !/^(transparent|none|inherit|initial)?$/.test(colour);
}

/** A colour that does not follow the reader's mode. */
function isFixed(colour: string): boolean {
  return !/^(inherit|initial|unset|currentcolor|canvastext|linktext)$/.test(colour);
}
