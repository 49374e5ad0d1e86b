import { it } from 'vitest';
import { type DutyName, titleOf } from './duties.ts';

/** Replays a duty as a test that is named by it. */
export function replay(duty: DutyName, play: () => Promise<void>): void {
  it(titleOf(duty), play);
}
