import type { Subject } from './element-registry.ts';
import type { Box } from './native-node.ts';

/** Where it stands in the window, also when that is beyond its edge. */
export function frameOf(subjects: readonly Subject[]): Box {
  const boxes = subjects.map(boxOf).filter(({ width, height }) => width > 0 || height > 0);
  const [first = { x: 0, y: 0, width: 0, height: 0 }] = boxes;
  return boxes.reduce(around, first);
}

function boxOf(subject: Subject): Box {
  if (subject instanceof Element) return subject.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(subject);
  return range.getBoundingClientRect();
}

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** What is in both; undefined when that is nothing. */
export function overlap(a: Box, b: Box): Box | undefined {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

/** What may be seen inside an element, given what may be seen of its surroundings. */
export function clipOf(element: Element, style: CSSStyleDeclaration, around: Box | undefined): Box | undefined {
  // https://www.w3.org/TR/css-position-3/#fixed-pos
  if (style.position === 'fixed') return windowBox();
  if (around === undefined || !/auto|scroll|hidden|clip/.test(style.overflowX + style.overflowY)) return around;
  if (element === document.body || element === document.documentElement) return around;
  return overlap(element.getBoundingClientRect(), around);
}

export function windowBox(): Box {
  return { x: 0, y: 0, width: innerWidth, height: innerHeight };
}
