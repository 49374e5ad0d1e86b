import { machineMs, pause } from '../machine-time.ts';
import type { Session } from '../session.ts';

/** How soon a window is looked at again that tells of no change: another one may have come in front of it. */
const lookAgainMs = 100;

/**
 * Looks until something is found or the implicit wait is over. Between two looks the window that is in front settles, and
 * stays undisturbed for a moment.
 */
export async function untilFound<Item>(session: Session, look: () => Promise<Item[]>): Promise<Item[]> {
  const overAt = machineMs() + session.implicitWaitMs;
  for (;;) {
    const found = await look();
    const leftMs = overAt - machineMs();
    if (found.length > 0 || leftMs <= 0) return found;
    await pause(Math.min(lookAgainMs, leftMs));
    await session.window().settle();
  }
}
