import { errors } from 'appium/driver.js';
import type { Session } from '../session.ts';
import { screenSize } from './actions.ts';
import type { Commands } from './command.ts';

type Orientation = 'PORTRAIT' | 'LANDSCAPE';

async function getOrientation({ phone }: Session): Promise<Orientation> {
  return phone.orientation;
}

/** In any case of letters, as with the real drivers. Throws `invalid argument`. */
export async function setOrientation({ phone }: Session, given: unknown): Promise<void> {
  const wanted = String(given).toUpperCase();
  if (wanted !== 'PORTRAIT' && wanted !== 'LANDSCAPE') {
    throw new errors.InvalidArgumentError("'orientation' is PORTRAIT or LANDSCAPE");
  }
  if (phone.orientation !== wanted) await phone.setOrientation(wanted);
}

interface Rotation {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

async function getRotation({ phone }: Session): Promise<Rotation> {
  return { x: 0, y: 0, z: phone.orientation === 'PORTRAIT' ? 0 : 90 };
}

async function setRotation(session: Session, x: unknown, y: unknown, z: unknown): Promise<void> {
  if (x !== 0 || y !== 0 || (z !== 0 && z !== 90 && z !== 180 && z !== 270)) {
    throw new errors.InvalidArgumentError('A handset turns around z alone, by 0, 90, 180 or 270 degrees');
  }
  await setOrientation(session, z === 0 || z === 180 ? 'PORTRAIT' : 'LANDSCAPE');
}

interface Size {
  readonly width: number;
  readonly height: number;
}

async function getWindowRect(session: Session): Promise<Size & { readonly x: number; readonly y: number }> {
  const { width, height } = screenSize(session);
  return { x: 0, y: 0, width: Math.round(width * session.scale), height: Math.round(height * session.scale) };
}

async function getWindowSize(session: Session): Promise<Size> {
  const { width, height } = await getWindowRect(session);
  return { width, height };
}

export const orientationCommands: Commands = {
  getOrientation,
  setOrientation,
  getRotation,
  setRotation,
  getWindowRect,
  getWindowSize,
};
