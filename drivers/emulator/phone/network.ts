import type { NetworkState } from '../../handset/index.ts';
import type { PageFailure, PageReply, PageRequest } from '../window/app-window.ts';
import type { Gateway } from './gateway.ts';

/** What a mast far away gives: a round trip, and bytes a second. */
const slowRoundTripMs = 400;
const slowBytesPerSecond = 50_000;

export interface PhoneNetwork {
  readonly state: NetworkState | 'slow';
  set(state: NetworkState | 'slow'): void;
  /** Asks a service. `offline` stands for every answer that never came, as on a phone. */
  ask(request: PageRequest): Promise<PageReply | PageFailure>;
}

/** `pause` lets the machine’s time pass, as a page that loads slowly is seen to load slowly. */
export function createNetwork(gateway: Gateway, pause: (ms: number) => Promise<void>): PhoneNetwork {
  let state: NetworkState | 'slow' = 'on';
  return {
    get state() {
      return state;
    },
    set(next) {
      state = next;
    },
    async ask(request) {
      if (state === 'off') return 'offline';
      const isLost = state === 'lost-after-request' && !isFile(request);
      if (isLost) state = 'on';
      const reply = await gateway(request);
      if (isLost) return 'offline';
      if (reply === undefined) return 'unreachable';
      if (state === 'slow') await pause(slowRoundTripMs + (reply.body.length / slowBytesPerSecond) * 1_000);
      return reply;
    },
  };
}

/** Fonts, pictures and scripts of a page: losing one of them is not what “the answer was lost” means. */
function isFile({ method, url, isNavigation }: PageRequest): boolean {
  if (isNavigation || method !== 'GET') return false;
  return /\.(css|ico|jpg|js|png|svg|webp|woff2?)$/i.test(URL.parse(url)?.pathname ?? '');
}
