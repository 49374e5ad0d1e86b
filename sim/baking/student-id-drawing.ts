/** The picture of a student ID, as shapes on a square of 512 units: drawn by code as SVG and as pixels, without fonts. */

export type Colour = readonly [red: number, green: number, blue: number];

export interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly colour: Colour;
}

/** A line through points with round ends and joints. */
export interface Stroke {
  readonly kind: 'stroke';
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly width: number;
  readonly colour: Colour;
}

export type Shape = Box | Stroke;

export const side = 512;

const navy: Colour = [27, 54, 93];
const white: Colour = [255, 255, 255];
const pale: Colour = [226, 233, 242];
const grey: Colour = [120, 138, 163];
const vermilion: Colour = [205, 73, 52];

/** Glyphs as strokes in a square of 100 units: `x,y x,y | x,y …`. */
const glyphs: Readonly<Record<string, string>> = {
  学: '22,6 30,20 | 48,3 53,18 | 80,5 68,21 | 10,44 10,28 90,28 90,44 | 30,44 70,44 52,58 | 52,58 52,88 47,95 36,92 | 8,66 92,66',
  生: '28,10 22,28 12,44 | 20,30 86,30 | 52,6 52,92 | 18,60 84,60 | 6,92 94,92',
  証: '12,8 30,8 | 4,24 38,24 | 9,40 34,40 | 9,55 34,55 | 11,92 11,70 33,70 33,92 11,92 | 46,14 94,14 | 70,14 70,90 | 70,50 92,50 | 54,44 54,90 | 42,91 97,91',
  シ: '22,14 38,24 | 14,38 30,48 | 18,88 46,80 70,62 88,32',
  ミ: '26,12 76,26 | 24,40 72,53 | 16,68 82,90',
  ュ: '26,46 70,46 66,86 | 12,87 90,87',
  レ: '28,12 28,86 56,72 86,46',
  ー: '10,50 90,50',
  ョ: '24,42 76,42 76,92 | 28,65 76,65 | 22,89 76,89',
  ン: '18,20 42,34 | 18,86 48,78 72,58 88,28',
  S: '78,22 62,12 38,12 24,24 26,40 50,50 74,60 78,76 64,88 38,88 20,78',
  I: '50,12 50,88',
  M: '16,88 16,12 50,60 84,12 84,88',
  U: '20,12 20,66 32,86 50,89 68,86 80,66 80,12',
  L: '26,12 26,88 78,88',
  A: '12,88 50,12 88,88 | 27,62 73,62',
  T: '12,12 88,12 | 50,12 50,88',
  O: '50,11 28,18 16,38 16,62 28,82 50,89 72,82 84,62 84,38 72,18 50,11',
  N: '20,88 20,12 80,88 80,12',
};

function box(x: number, y: number, width: number, height: number, radius: number, colour: Colour): Box {
  return { kind: 'box', x, y, width, height, radius, colour };
}

interface Lettering {
  readonly x: number;
  readonly y: number;
  /** Of a glyph's square. */
  readonly size: number;
  /** From one glyph to the next. */
  readonly step: number;
  readonly width: number;
  readonly colour: Colour;
}

function lettering(text: string, { x, y, size, step, width, colour }: Lettering): readonly Stroke[] {
  return [...text].flatMap((character, index) =>
    (glyphs[character] ?? '').split(' | ').map((stroke): Stroke => {
      const points = stroke.split(' ').map((point) => {
        const [across = 0, down = 0] = point.split(',').map(Number);
        return [x + index * step + (across * size) / 100, y + (down * size) / 100] as const;
      });
      return { kind: 'stroke', points, width, colour };
    }),
  );
}

/** In the order in which they are painted. */
export const studentIdDrawing: readonly Shape[] = [
  box(0, 0, side, side, 0, pale),
  box(56, 92, 400, 328, 26, grey),
  box(52, 84, 408, 328, 28, white),
  box(52, 84, 408, 92, 28, navy),
  box(52, 140, 408, 36, 0, navy),
  ...lettering('学生証', { x: 84, y: 103, size: 54, step: 70, width: 5, colour: white }),
  // A portrait of nobody.
  box(84, 208, 116, 140, 12, pale),
  box(117, 230, 50, 54, 25, grey),
  box(100, 296, 84, 52, 26, grey),
  box(100, 326, 84, 22, 0, grey),
  // Lines where a name and a number would stand.
  box(228, 214, 196, 18, 9, navy),
  box(228, 252, 148, 14, 7, grey),
  box(228, 286, 172, 14, 7, grey),
  // Nobody shall take it for a card.
  box(218, 318, 216, 74, 14, vermilion),
  ...lettering('シミュレーション', { x: 230, y: 326, size: 22, step: 24.5, width: 2.8, colour: white }),
  ...lettering('SIMULATION', { x: 232, y: 361, size: 17, step: 19.2, width: 2.6, colour: white }),
];
