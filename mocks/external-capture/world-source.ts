import { formatInstant, type RunningWorld } from '#sim/kernel';
import { type Arrival, arrivalOf, arrivals, bytesOf } from '../mailbox/index.ts';
import { deleteMessages } from '../mailhog/index.ts';
import { type CaptureSource, type KeptMail, sourceOver } from './capture-source.ts';
import { messageIdOf } from './message-id.ts';

const pageSize = 100;

/** Reads what a world captured, one mail for each message however many addresses took it. The world needs `mailhogModule`. */
export function worldSource(world: RunningWorld): CaptureSource {
  const keptOf = (arrival: Arrival): KeptMail => ({
    id: arrival.message,
    receivedAt: formatInstant(arrival.receivedAt),
    forwardPaths: arrival.forwardPaths,
    bytes: async () => bytesOf(world, arrival.captured[0] ?? ''),
  });
  async function* list(): AsyncGenerator<KeptMail> {
    for (let offset = 0; ; offset += pageSize) {
      const page = arrivals(world, { offset, limit: pageSize });
      yield* page.map(keptOf);
      if (page.length < pageSize) return;
    }
  }
  return sourceOver({
    list,
    async get(id) {
      const arrival = arrivalOf(world, id);
      return arrival && keptOf(arrival);
    },
    async remove(id) {
      await world.perform(deleteMessages, { messages: [id] });
    },
    async withMessageId(messageId) {
      const found: KeptMail[] = [];
      for await (const kept of list()) {
        if (messageIdOf(await kept.bytes()) === messageId) found.push(kept);
      }
      return found;
    },
    change: (signal) =>
      new Promise((resolve) => {
        const end = (): void => {
          watching[Symbol.dispose]();
          signal.removeEventListener('abort', end);
          resolve();
        };
        const watching = world.watch(end);
        signal.addEventListener('abort', end);
        if (signal.aborted) end();
      }),
  });
}
