import type { PendingWork } from './pending-work.ts';

/** It stands at an instant, or runs ahead of the machine's by so much. */
export interface Clock {
  readonly frozenAt: number | null;
  readonly skewMs: number;
}

interface Timer {
  readonly run: () => void;
  /** By the handset's clock. */
  due: number;
  /** Undefined: once. */
  readonly everyMs: number | undefined;
  machine: number | undefined;
}

/** Shorter ones belong to how a page is painted; they are the machine's. */
const handsetTimerMs = 250;

/** Numbers that the browser's own timers do not reach. */
const firstTimer = 1_000_000_000;

const machine = {
  setTimeout: globalThis.setTimeout.bind(globalThis),
  setInterval: globalThis.setInterval.bind(globalThis),
  clearTimeout: globalThis.clearTimeout.bind(globalThis),
  now: Date.now.bind(Date),
};

/** The handset's clock for the page: Date, Temporal.Now, and timers that a person would notice. */
export class HandsetClock {
  readonly #work: PendingWork;
  readonly #timers = new Map<number, Timer>();
  #clock: Clock;
  #last = firstTimer;

  constructor(clock: Clock, work: PendingWork) {
    this.#clock = clock;
    this.#work = work;
    this.#shiftDate();
    this.#shiftTemporal();
    this.#shiftTimers();
  }

  now(): number {
    return this.#clock.frozenAt ?? machine.now() + this.#clock.skewMs;
  }

  /** What has become due in the meantime runs now, in its order; where the clock was set back, what runs again and again. */
  set(clock: Clock): void {
    const before = this.now();
    this.#clock = clock;
    const back = Math.min(0, this.now() - before);
    // Nothing waits longer for it: timers of a machine do not go by its clock.
    for (const timer of this.#timers.values()) timer.due += back;
    const due = [...this.#timers]
      .filter(([, timer]) => timer.due <= this.now() || (back < 0 && timer.everyMs !== undefined))
      .sort(([, a], [, b]) => a.due - b.due);
    for (const [id, timer] of due) if (this.#timers.has(id)) this.#ring(id, timer);
    for (const [id, timer] of this.#timers) this.#arm(id, timer);
  }

  #ring(id: number, timer: Timer): void {
    // An interval that missed many turns takes one, as after a sleep.
    if (timer.everyMs === undefined) this.#timers.delete(id);
    else timer.due = this.now() + timer.everyMs;
    try {
      timer.run();
    } catch (error) {
      reportError(error);
    }
  }

  #arm(id: number, timer: Timer): void {
    if (timer.machine !== undefined) machine.clearTimeout(timer.machine);
    timer.machine = undefined;
    if (this.#clock.frozenAt !== null) return;
    timer.machine = machine.setTimeout(
      () => {
        this.#ring(id, timer);
        if (this.#timers.has(id)) this.#arm(id, timer);
      },
      Math.max(0, timer.due - this.now()),
    );
  }

  #shiftDate(): void {
    const Real = Date;
    const now = (): number => this.now();
    Real.now = now;
    const Shifted: DateConstructor = new Proxy(Real, {
      construct: (target, given: unknown[], caller): object =>
        Reflect.construct(target, given.length === 0 ? [now()] : given, caller === Shifted ? target : caller),
      apply: () => new Real(now()).toString(),
    });
    Object.defineProperty(Real.prototype, 'constructor', { value: Shifted, writable: true, configurable: true });
    Object.defineProperty(globalThis, 'Date', { value: Shifted, writable: true, configurable: true });
    const { format } = Object.getOwnPropertyDescriptors(Intl.DateTimeFormat.prototype);
    if (format?.get === undefined) return;
    const { get } = format;
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      configurable: true,
      get(this: Intl.DateTimeFormat) {
        const own = get.call(this) as (date?: number | Date) => string;
        return (date?: number | Date) => own(date ?? now());
      },
    });
  }

  /** https://tc39.es/proposal-temporal/#sec-temporal-now-object */
  #shiftTemporal(): void {
    const { Temporal } = globalThis as { Temporal?: TemporalNames };
    if (Temporal === undefined) return;
    const instant = (): TemporalInstant => Temporal.Instant.fromEpochMilliseconds(this.now());
    const zoned = (zone?: string): TemporalZoned => instant().toZonedDateTimeISO(zone ?? Temporal.Now.timeZoneId());
    Object.assign(Temporal.Now, {
      instant,
      zonedDateTimeISO: zoned,
      plainDateTimeISO: (zone?: string) => zoned(zone).toPlainDateTime(),
      plainDateISO: (zone?: string) => zoned(zone).toPlainDate(),
      plainTimeISO: (zone?: string) => zoned(zone).toPlainTime(),
    });
  }

  #shiftTimers(): void {
    const start = (handler: TimerHandler, ms: number, isRepeated: boolean, given: unknown[]): number => {
      if (typeof handler !== 'function') return (isRepeated ? machine.setInterval : machine.setTimeout)(handler, ms);
      if (!(ms >= handsetTimerMs)) {
        return isRepeated ? machine.setInterval(handler, ms, ...given) : this.#work.timeout(handler, ms, given);
      }
      this.#last += 1;
      const run = (): void => void handler.apply(globalThis, given);
      const timer = { run, due: this.now() + ms, everyMs: isRepeated ? ms : undefined, machine: undefined };
      this.#timers.set(this.#last, timer);
      this.#arm(this.#last, timer);
      return this.#last;
    };
    const clear = (id?: number): void => {
      const timer = this.#timers.get(id ?? 0);
      if (timer === undefined) {
        this.#work.clear(id);
        return;
      }
      if (timer.machine !== undefined) machine.clearTimeout(timer.machine);
      this.#timers.delete(id ?? 0);
    };
    Object.assign(globalThis, {
      setTimeout: (handler: TimerHandler, ms = 0, ...given: unknown[]) => start(handler, Number(ms), false, given),
      setInterval: (handler: TimerHandler, ms = 0, ...given: unknown[]) => start(handler, Number(ms), true, given),
      clearTimeout: clear,
      clearInterval: clear,
    });
  }
}

interface TemporalZoned {
  toPlainDateTime(): unknown;
  toPlainDate(): unknown;
  toPlainTime(): unknown;
}

interface TemporalInstant {
  toZonedDateTimeISO(zone: string): TemporalZoned;
}

interface TemporalNames {
  readonly Instant: { fromEpochMilliseconds(ms: number): TemporalInstant };
  readonly Now: { timeZoneId(): string };
}
