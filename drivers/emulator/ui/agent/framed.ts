import type { Box, NativeNode } from './native-node.ts';
import { overlap } from './visible-box.ts';

/** What stands in a frame, where it is seen in the document around it. */
export function framed(
  element: HTMLIFrameElement,
  trees: readonly (NativeNode | null)[],
  clip: Box | undefined,
): NativeNode[] {
  const place = Array.from(trees, (_, index) => window.frames[index]).indexOf(element.contentWindow ?? window);
  const [page] = trees[place]?.children ?? [];
  if (page === undefined) return [];
  const { x, y } = element.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(element);
  const at = {
    x: x + element.clientLeft + Number.parseFloat(paddingLeft),
    y: y + element.clientTop + Number.parseFloat(paddingTop),
  };
  const view = { ...at, width: page.frame.width, height: page.frame.height };
  const seen = clip && overlap(clip, view);
  return page.children.map((node) => moved(node, at, seen));
}

function moved(node: NativeNode, by: { readonly x: number; readonly y: number }, seen: Box | undefined): NativeNode {
  const shift = (box: Box): Box => ({ ...box, x: box.x + by.x, y: box.y + by.y });
  return {
    ...node,
    frame: shift(node.frame),
    shown: node.shown && seen && overlap(shift(node.shown), seen),
    children: node.children.map((child) => moved(child, by, seen)),
  };
}
