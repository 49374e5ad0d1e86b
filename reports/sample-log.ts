import type { EventData, EventName, RunEvent } from '#sim/events';

const japanOffsetMs = 9 * 3_600_000;

/** Writes typed events with rising `seq` and virtual time: fixtures of the reports' tests and documentation. */
export class SampleLog {
  readonly events: RunEvent[] = [];
  #now: number;

  constructor(startsAt: string) {
    this.#now = Date.parse(startsAt);
  }

  get at(): string {
    return `${new Date(this.#now + japanOffsetMs).toISOString().slice(0, -1)}+09:00`;
  }

  add<Name extends EventName>(type: Name, data: EventData<Name>): this {
    this.events.push({ v: 1, seq: this.events.length + 1, at: this.at, type, data } as RunEvent);
    return this;
  }

  wait(ms: number): this {
    this.#now += ms;
    return this;
  }

  step(index: number, verb: string, value: unknown, ja: string, en: string, play: (log: this) => void): this {
    this.add('step.started', { index, verb, value, sentence: { ja, en } });
    play(this);
    return this.add('step.finished', { index, outcome: 'passed' });
  }
}
