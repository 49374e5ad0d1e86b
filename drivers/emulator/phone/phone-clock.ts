import type { Instant } from '#sim/kernel';
import type { WindowClock } from '../window/app-window.ts';

/** A clock that is right but for its skew, at any moment. */
export class PhoneClock {
  readonly #machineMs: () => number;
  #clock: WindowClock;
  #setAtMs: number;
  skewMs: number;

  constructor(clock: WindowClock, skewMs: number, machineMs: () => number) {
    this.#machineMs = machineMs;
    this.#clock = clock;
    this.#setAtMs = machineMs();
    this.skewMs = skewMs;
  }

  set(clock: WindowClock): void {
    this.#clock = clock;
    this.#setAtMs = this.#machineMs();
  }

  /** The true time. */
  get truth(): WindowClock {
    const { now, mode } = this.#clock;
    return { now: mode === 'frozen' ? now : Math.round(now + this.#machineMs() - this.#setAtMs), mode };
  }

  /** What the phone takes for it. */
  get shown(): WindowClock {
    const { now, mode } = this.truth;
    return { now: now + this.skewMs, mode };
  }

  get now(): Instant {
    return this.shown.now;
  }
}
