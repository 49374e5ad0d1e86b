import type { Fetch, Response } from '../../kernel/index.ts';

/**
 * Asks for each address once: the issuer's keys are needed for the badge, for its status lists, and for endorsements of
 * the same issuer. For one verification; nothing is kept for the next.
 */
export function askOnce(fetch: Fetch): Fetch {
  const asked = new Map<string, Promise<Response>>();
  return (url, request) => {
    let answer = asked.get(url);
    if (answer === undefined) {
      answer = fetch(url, request);
      asked.set(url, answer);
    }
    return answer;
  };
}
