import { credentialSamples } from './credentials.ts';
import { mailSamples } from './mails.ts';
import { rosterSamples } from './rosters.ts';
import type { Sample } from './sample.ts';

export { readMe } from './read-me.ts';
export type { Sample } from './sample.ts';

/** Rosters, credentials and mails to try one's own programs with; the same seed gives the same bytes. */
export async function samples(seed: number): Promise<readonly Sample[]> {
  return [...rosterSamples(seed), ...(await credentialSamples(seed)), ...(await mailSamples(seed))];
}
