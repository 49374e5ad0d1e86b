import { openScans, settleScan } from '#mocks/mailbox';
import type { Fetch, RunningWorld } from '#sim/kernel';

/** assumption: a scanner calls itself a browser, and follows no redirect. */
const userAgent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36';

/** Carries out the requests that link scanners have begun, one after the other. */
export async function fetchScans(world: RunningWorld, fetch: Fetch): Promise<void> {
  for (const { scan, link, method } of openScans(world)) {
    await world.perform(settleScan, { scan, status: await statusOf(fetch, link, method) });
  }
}

/** Null when nobody answers: https://fetch.spec.whatwg.org/#fetch-method */
async function statusOf(fetch: Fetch, link: string, method: string): Promise<number | null> {
  if (!URL.canParse(link)) return null;
  try {
    return (await fetch(link, { method, headers: { 'user-agent': userAgent } })).status;
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith('fetch failed')) return null;
    throw error;
  }
}
