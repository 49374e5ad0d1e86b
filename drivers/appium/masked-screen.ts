import { decode, encode } from 'fast-png';
import { descendants, parsePageSource, type SourceNode } from './page-source.ts';

/** A screen as it may be kept: nothing on it opens anything. */
interface MaskedScreen {
  readonly source: string;
  /** Undefined where a live link stands on it and its place is not told. */
  readonly picture: Uint8Array | undefined;
}

/** What follows the path of a mail's link is its token: whoever has it can go on in the student's place. */
const liveLink = /(\/(?:receive|activate|reset|addresses)\/)[\w-]{16,}/g;

/**
 * Takes the tokens of live links out of a page source, and paints over the elements that show them. The report of a run is
 * read by people who were never sent these links.
 */
export function maskedScreen(source: string, picture: Uint8Array, isNative: boolean): MaskedScreen {
  const masked = source.replace(liveLink, '$1…');
  if (masked === source) return { source, picture };
  return { source: masked, picture: isNative ? paintedOver(picture, parsePageSource(source)) : undefined };
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function paintedOver(picture: Uint8Array, root: SourceNode): Uint8Array | undefined {
  const png = decode(picture);
  const rowLength = png.width * png.channels;
  const screen = [...descendants(root)].map(areaOf).find((area) => area !== undefined && area.right > area.left);
  if (screen === undefined) return undefined;
  // XCUITest tells points, UiAutomator2 pixels.
  const scale = png.width / (screen.right - screen.left);
  for (const node of [...descendants(root)].filter(showsLink)) {
    const area = areaOf(node);
    if (area === undefined) return undefined;
    const within = (value: number, max: number): number => Math.min(Math.max(Math.round(value * scale), 0), max);
    const [from, to] = [within(area.left, png.width) * png.channels, within(area.right, png.width) * png.channels];
    for (let row = within(area.top, png.height); row < within(area.bottom, png.height); row += 1) {
      png.data.fill(painted, row * rowLength + from, row * rowLength + to);
    }
  }
  return encode(png);
}

/** A light grey, opaque where there is an alpha channel, as nearly white is. */
const painted = 0xdd;

/** The innermost elements that do: what is around them has only their texts together. */
function showsLink(node: SourceNode): boolean {
  return hasLink(node) && ![...descendants(node)].slice(1).some(hasLink);
}

function hasLink({ attributes }: SourceNode): boolean {
  return Object.values(attributes).some((value) => value.search(liveLink) !== -1);
}

function areaOf({ attributes }: SourceNode): Area | undefined {
  const { bounds = '', x, y, width, height, BoundingRectangle: rectangle = '' } = attributes;
  // https://developer.android.com/reference/android/view/accessibility/AccessibilityNodeInfo#getBoundsInScreen(android.graphics.Rect)
  const [, left, top, right, bottom] = /^\[(-?\d+),(-?\d+)\]\[(-?\d+),(-?\d+)\]$/.exec(bounds) ?? [];
  if (bottom !== undefined) {
    return { left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) };
  }
  const [atX = Number.NaN, atY = Number.NaN, wide = Number.NaN, high = Number.NaN] =
    width === undefined ? (rectangle.match(/-?\d+(\.\d+)?/g) ?? []).map(Number) : [x, y, width, height].map(Number);
  return Number.isNaN(high) ? undefined : { left: atX, top: atY, right: atX + wide, bottom: atY + high };
}
