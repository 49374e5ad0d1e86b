import { type EventData, type EventName, emit } from '#sim/events';
import { command, type Json, type Module, type World } from '#sim/kernel';

/** What a handset whose state is not in the world is seen to do: events that one of rows tells by its own commands. */
export type Observed =
  | 'link.tapped'
  | 'app.opened'
  | 'app.removed'
  | 'app.updated'
  | 'app.sync-changed'
  | 'store.offered'
  | 'screen.shown'
  | 'network.changed'
  | 'handset.clock-set';

const observed = command<{ readonly type: string; readonly data: Json }, void>(
  'appium.observe',
  (world: World, { type, data }) => emit(world, type as EventName, data as EventData<EventName>),
);

export interface Observer {
  perform(command: typeof observed, payload: { readonly type: string; readonly data: Json }): Promise<void>;
}

export function observe<Name extends Observed>(world: Observer, type: Name, data: EventData<Name>): Promise<void> {
  return world.perform(observed, { type, data: data as Json });
}

export const appiumModule: Module = { name: 'appium', tables: '', commands: [observed] };
