import { describe, expect, test } from 'vitest';
import { elementKey } from '../element-reference.ts';
import { readActions } from './action-sequence.ts';

const centre = async (): Promise<{ x: number; y: number }> => ({ x: 100, y: 200 });

const finger = (...actions: object[]): object[] => [
  { type: 'pointer', id: 'finger1', parameters: { pointerType: 'touch' }, actions },
];
const press = { type: 'pointerDown', button: 0 };
const lift = { type: 'pointerUp', button: 0 };

describe('W3C actions', () => {
  test('a tap is a finger that goes down and up at one place', async () => {
    const tap = finger({ type: 'pointerMove', duration: 0, x: 10, y: 20 }, press, lift);
    expect(await readActions(tap, centre)).toEqual([
      {
        type: 'touch',
        moves: [
          { type: 'down', x: 10, y: 20, pauseMs: 0 },
          { type: 'up', x: 10, y: 20, pauseMs: 0 },
        ],
      },
    ]);
  });

  test('a long press waits before the finger goes up', async () => {
    const hold = finger(
      { type: 'pointerMove', duration: 0, x: 1, y: 2 },
      press,
      { type: 'pause', duration: 800 },
      lift,
    );
    const [gesture] = await readActions(hold, centre);
    expect(gesture).toMatchObject({ moves: [{ type: 'down' }, { type: 'up', pauseMs: 800 }] });
  });

  test('a swipe is drawn in steps to its end, in no more than a moment', async () => {
    const swipe = finger(
      { type: 'pointerMove', duration: 0, x: 0, y: 800 },
      press,
      { type: 'pointerMove', duration: 1500, x: 0, y: 0 },
      lift,
    );
    const [gesture] = await readActions(swipe, centre);
    const moves = gesture?.type === 'touch' ? gesture.moves : [];
    expect(moves.map(({ y }) => y)).toEqual([800, 700, 600, 500, 400, 300, 200, 100, 0, 0]);
    expect(moves.reduce((sum, { pauseMs = 0 }) => sum + pauseMs, 0)).toBeCloseTo(160);
  });

  test('an element, and the pointer itself, are origins', async () => {
    const drag = finger(
      { type: 'pointerMove', duration: 0, origin: { [elementKey]: '1.1.1' }, x: 5, y: -5 },
      press,
      { type: 'pointerMove', duration: 0, origin: 'pointer', x: 0, y: 50 },
      lift,
    );
    const [gesture] = await readActions(drag, centre);
    expect(gesture).toMatchObject({
      moves: [
        { type: 'down', x: 105, y: 195 },
        { type: 'move', x: 105, y: 245 },
        { type: 'up', x: 105, y: 245 },
      ],
    });
  });

  test('keys are typed in their order, after the touch before them', async () => {
    const typed = [
      ...finger({ type: 'pointerMove', duration: 0, x: 1, y: 1 }, press, lift),
      {
        type: 'key',
        id: 'keyboard',
        actions: [
          ...[1, 2, 3].map(() => ({ type: 'pause' })),
          { type: 'keyDown', value: '学' },
          { type: 'keyUp', value: '学' },
          { type: 'keyDown', value: '\uE007' },
        ],
      },
    ];
    expect((await readActions(typed, centre)).at(-1)).toEqual({ type: 'keys', text: '学\uE007' });
  });

  test('a finger in the air touches nothing', async () => {
    expect(await readActions(finger({ type: 'pointerMove', duration: 0, x: 1, y: 1 }), centre)).toEqual([]);
  });

  test.each([
    [null, 'invalid argument'],
    ['tap', 'invalid argument'],
    [[null], 'invalid argument'],
    [[{ type: 'none', actions: [{ type: 'pointerDown' }] }], 'invalid argument'],
    [[{ type: '__proto__', actions: [] }], 'invalid argument'],
    [[{ type: 'pointer', actions: 'all' }], 'invalid argument'],
    [finger({ type: 'pointerMove', x: '1', y: 2 }), 'invalid argument'],
    [finger({ type: 'pointerMove', duration: -1, x: 1, y: 2 }), 'invalid argument'],
    [finger({ type: 'pointerMove', origin: 'moon', x: 1, y: 2 }), 'invalid argument'],
    [[{ type: 'key', actions: [{ type: 'keyDown', value: 'ab' }] }], 'invalid argument'],
    [[...finger(press), ...finger(press)], 'unsupported operation'],
    [[{ type: 'wheel', actions: [] }], 'unsupported operation'],
  ])('%j: %s', async (given, error) => {
    await expect(readActions(given, centre)).rejects.toMatchObject({ error });
  });
});
