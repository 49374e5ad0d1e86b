import { once } from 'node:events';
import type { Target } from '../../chromium/index.ts';
import type { TouchMove } from './app-window.ts';

/** A drag that ends while it moves flings: the page scrolls on, and takes the next tap for "stop". */
const stillMoves = 3;
const stillPauseMs = 25;

/** As a finger on the glass (or a mouse, where there is none): all at once but for the pauses. */
export async function touch(target: Target, moves: readonly TouchMove[], isTouch: boolean): Promise<void> {
  const sent: Promise<unknown>[] = [];
  let isDragged = false;
  let last: TouchMove | undefined;
  const send = (move: TouchMove): void => void sent.push((isTouch ? finger : mouse)(target, move));
  for (const move of moves) {
    if (move.pauseMs) await pause(move.pauseMs);
    if (move.type === 'move') isDragged = true;
    if (move.type === 'up' && isDragged && isTouch) {
      for (let count = 0; count < stillMoves; count += 1) {
        await pause(stillPauseMs);
        send({ ...(last ?? move), type: 'move' });
      }
    }
    if (move.type === 'down') isDragged = false;
    send(move);
    last = move;
  }
  await Promise.all(sent);
}

function finger(target: Target, { type, x, y }: TouchMove): Promise<unknown> {
  const names = { down: 'touchStart', move: 'touchMove', up: 'touchEnd' } as const;
  return target.send('Input.dispatchTouchEvent', { type: names[type], touchPoints: type === 'up' ? [] : [{ x, y }] });
}

function mouse(target: Target, { type, x, y }: TouchMove): Promise<unknown> {
  const names = { down: 'mousePressed', move: 'mouseMoved', up: 'mouseReleased' } as const;
  const button = type === 'move' ? {} : { button: 'left', clickCount: 1 };
  return target.send('Input.dispatchMouseEvent', { type: names[type], x, y, ...button });
}

async function pause(ms: number): Promise<void> {
  await once(AbortSignal.timeout(ms), 'abort');
}
