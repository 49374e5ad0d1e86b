import { deflateSync } from 'node:zlib';
import { pngChunk, pngSignature } from './png-chunk.ts';
import { type Box, type Colour, type Shape, type Stroke, side, studentIdDrawing } from './student-id-drawing.ts';
import { svgNamespace } from './svg-source.ts';

/** The picture that a credential is baked into when there is no other: it says that it belongs to a simulation. */
export const studentIdPicture: Readonly<Record<'svg' | 'png', () => Uint8Array>> = {
  svg: () => Buffer.from(svg(studentIdDrawing)),
  png: () => (painted ??= png(paint(studentIdDrawing))),
};

/** Painted once: the same drawing gives the same pixels. */
let painted: Uint8Array | undefined;

function svg(shapes: readonly Shape[]): string {
  const drawn = shapes.map((shape) => {
    const colour = `#${shape.colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    if (shape.kind === 'box') {
      const { x, y, width, height, radius } = shape;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${colour}"/>`;
    }
    const points = shape.points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
    return `<polyline points="${points}" stroke="${colour}" stroke-width="${shape.width}"/>`;
  });
  const title = '<title>学生証（シミュレーション） / Student ID (simulation)</title>';
  const root = `<svg xmlns="${svgNamespace}" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" role="img">`;
  const group = '<g fill="none" stroke-linecap="round" stroke-linejoin="round">';
  return `${root}${title}\n${group}\n${drawn.join('\n')}\n</g>\n</svg>\n`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** One pixel a unit, three bytes a pixel; edges are softened over one pixel. */
function paint(shapes: readonly Shape[]): Uint8Array {
  const pixels = new Uint8Array(side * side * 3).fill(255);
  for (const shape of shapes) {
    const { left, top, right, bottom } = extentOf(shape);
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) {
        const distance = shape.kind === 'box' ? toBox(shape, x + 0.5, y + 0.5) : toStroke(shape, x + 0.5, y + 0.5);
        blend(pixels, 3 * (y * side + x), shape.colour, Math.min(1, Math.max(0, 0.5 - distance)));
      }
    }
  }
  return pixels;
}

function blend(pixels: Uint8Array, at: number, colour: Colour, share: number): void {
  for (let part = 0; part < 3; part += 1) {
    const before = pixels[at + part] ?? 0;
    pixels[at + part] = Math.round(before + ((colour[part] ?? 0) - before) * share);
  }
}

function extentOf(shape: Shape) {
  const { x, y } = cornersOf(shape);
  const reach = 1 + (shape.kind === 'stroke' ? shape.width / 2 : 0);
  const within = (value: number): number => Math.min(side, Math.max(0, value));
  return {
    left: within(Math.floor(Math.min(...x) - reach)),
    top: within(Math.floor(Math.min(...y) - reach)),
    right: within(Math.ceil(Math.max(...x) + reach)),
    bottom: within(Math.ceil(Math.max(...y) + reach)),
  };
}

function cornersOf(shape: Shape): { readonly x: readonly number[]; readonly y: readonly number[] } {
  if (shape.kind === 'box') return { x: [shape.x, shape.x + shape.width], y: [shape.y, shape.y + shape.height] };
  return { x: shape.points.map(([x]) => x), y: shape.points.map(([, y]) => y) };
}

/** Distances are negative inside. */
function toBox({ x, y, width, height, radius }: Box, atX: number, atY: number): number {
  const across = Math.abs(atX - x - width / 2) - width / 2 + radius;
  const down = Math.abs(atY - y - height / 2) - height / 2 + radius;
  return Math.min(Math.max(across, down), 0) + length(Math.max(across, 0), Math.max(down, 0)) - radius;
}

function toStroke({ points, width }: Stroke, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let index = 1; index < points.length; index += 1) {
    const [[fromX, fromY], [toX, toY]] = [points[index - 1] ?? [0, 0], points[index] ?? [0, 0]];
    const [alongX, alongY] = [toX - fromX, toY - fromY];
    const part = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX * alongX + alongY * alongY);
    const share = Math.min(1, Math.max(0, part));
    nearest = Math.min(nearest, length(x - fromX - share * alongX, y - fromY - share * alongY));
  }
  return nearest - width / 2;
}

/** Math.hypot may differ from engine to engine; a square root may not. */
function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

/** https://www.w3.org/TR/png-3/ ; eight bits, true colour, rows unfiltered. */
function png(pixels: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(side * (1 + 3 * side));
  for (let y = 0; y < side; y += 1) {
    rows.set(pixels.subarray(3 * side * y, 3 * side * (y + 1)), y * (1 + 3 * side) + 1);
  }
  const data = deflateSync(rows, { level: 9 });
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', data), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([pngSignature, ...chunks]);
}
