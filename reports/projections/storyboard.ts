import type { EventData, EventOf } from '#sim/events';
import { knownOnly, type RunLog } from './event-log.ts';

/** A picture of a handset after a step, or after several in which it did not change. */
export interface Frame extends Omit<EventData<'screen.captured'>, 'step'> {
  /** Indexes from 0, in order. */
  readonly steps: readonly number[];
  /** The form of the handset: `phone`, `tablet`, `pc`. */
  readonly form: string;
  /** `iOS 17.6`; absent where the run has pictures of one handset only. */
  readonly device?: string;
}

/** The pictures of a run in the order of its steps. Steps that end on the same picture share one. */
export function projectStoryboard(log: RunLog): Frame[] {
  const events = knownOnly(log);
  const captured = events.filter((event): event is EventOf<'screen.captured'> => event.type === 'screen.captured');
  const isMany = new Set(captured.map(({ data }) => data.handset)).size > 1;
  const frames: (Frame & { readonly steps: number[] })[] = [];
  for (const { data } of captured) {
    const { step, ...picture } = data;
    const same = frames.find((frame) => frame.picture === picture.picture && frame.handset === picture.handset);
    if (same !== undefined) {
      if (!same.steps.includes(step)) same.steps.push(step);
      continue;
    }
    const device = events.find((event) => event.type === 'handset.joined' && event.data.handset === picture.handset);
    const { form = 'phone', platform = '', version = '' } = device?.type === 'handset.joined' ? device.data : {};
    frames.push({ ...picture, steps: [step], form, ...(isMany && { device: `${platform} ${version}`.trim() }) });
  }
  return frames;
}
