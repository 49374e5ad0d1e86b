import type { Bilingual } from '#sim/errors';
import { eventCatalogue, type RunEvent } from '#sim/events';
import { knownOnly, type RunLog } from './event-log.ts';

/** A step of a run as every lane must agree in it, whatever brought it about. */
export interface AgreedStep {
  /** From 0; absent for what came before the first step. */
  readonly index?: number;
  readonly sentence?: Bilingual;
  /** Its business events, in order. */
  readonly events: readonly RunEvent[];
  /** What each device shows at its end, by the device's id. */
  readonly screens: ReadonlyMap<string, AgreedScreen>;
}

export interface AgreedScreen {
  readonly app: string;
  readonly screen: string;
  /** The Japanese ones. */
  readonly texts: readonly string[];
}

/**
 * A run without its details: business events, and the screens that steps end on. The command that plays it again names
 * its lane, so it is left out.
 */
export function businessEvents(log: RunLog): AgreedStep[] {
  const steps: { index?: number; sentence?: Bilingual; events: RunEvent[]; screens: Map<string, AgreedScreen> }[] = [
    { events: [], screens: new Map() },
  ];
  for (const event of knownOnly(log)) {
    if (event.type === 'step.started') {
      const { index, sentence } = event.data;
      steps.push({ index, sentence, events: [], screens: new Map(steps.at(-1)?.screens) });
    }
    const current = steps.at(-1);
    if (event.type === 'screen.shown') {
      const { handset, app, screen, texts } = event.data;
      current?.screens.set(handset, { app, screen, texts: texts.map(({ ja }) => ja) });
    }
    if (eventCatalogue[event.type].business) current?.events.push(withoutLane(event));
  }
  return steps;
}

function withoutLane(event: RunEvent): RunEvent {
  return event.type === 'run.finished' ? { ...event, data: { ...event.data, replay: '' } } : event;
}
