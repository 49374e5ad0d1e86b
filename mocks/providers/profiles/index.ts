import type { Profile } from '../profile.ts';
import { docomo } from './docomo.ts';
import { gmail } from './gmail.ts';
import { m365 } from './m365.ts';
import { plain } from './plain.ts';

/** Every provider that can be simulated. */
export const profiles: readonly Profile[] = [gmail, docomo, m365, plain];

export function profileOf(provider: string): Profile | undefined {
  return profiles.find((profile) => profile.provider === provider);
}
