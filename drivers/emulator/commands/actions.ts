import { errors } from 'appium/driver.js';
import type { Session } from '../session.ts';
import type { Point, TouchMove } from '../window/app-window.ts';
import { type OriginOf, readActions } from './action-sequence.ts';
import { agentOf } from './agent.ts';
import type { Commands } from './command.ts';

async function performActions(session: Session, given: unknown): Promise<void> {
  const originOf: OriginOf = async (elementId) => {
    const { window, key } = session.element(elementId);
    const { x, y, width, height } = await agentOf(session, window).box(key);
    return { x: (x + width / 2) * session.scale, y: (y + height / 2) * session.scale };
  };
  for (const gesture of await readActions(given, originOf)) {
    const window = session.window();
    if (gesture.type === 'keys') await window.type(gesture.text);
    else await window.touch(onScreen(session, gesture.moves));
  }
}

/** From the units of the client. Throws `move target out of bounds`. */
function onScreen(session: Session, moves: readonly TouchMove[]): TouchMove[] {
  const { width, height } = screenSize(session);
  return moves.map((move) => {
    const { x, y }: Point = { x: move.x / session.scale, y: move.y / session.scale };
    if (x < 0 || y < 0 || x > width || y > height) {
      throw new errors.MoveTargetOutOfBoundsError(`(${move.x}, ${move.y}) is not on the screen`);
    }
    return { ...move, x, y };
  });
}

/** As it is held now, in CSS pixels. */
export function screenSize({ phone }: Session): { readonly width: number; readonly height: number } {
  const { width, height } = phone.model.screen;
  return phone.orientation === 'PORTRAIT' ? { width, height } : { width: height, height: width };
}

/** Every performActions lifts what it pressed, as with the real drivers. */
async function releaseActions(): Promise<void> {}

export const actionCommands: Commands = { performActions, releaseActions };
