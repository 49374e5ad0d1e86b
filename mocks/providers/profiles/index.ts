import type { Profile } from '../profile.ts';
import { au } from './au.ts';
import { docomo } from './docomo.ts';
import { gmail } from './gmail.ts';
import { icloud } from './icloud.ts';
import { m365 } from './m365.ts';
import { plain } from './plain.ts';
import { schoolGateway } from './school-gateway.ts';
import { softbank } from './softbank.ts';
import { yahooJp } from './yahoo-jp.ts';
import { ymobile } from './ymobile.ts';

/** Every provider that can be simulated. */
export const profiles: readonly Profile[] = [
  gmail,
  docomo,
  au,
  softbank,
  ymobile,
  yahooJp,
  icloud,
  m365,
  schoolGateway,
  plain,
];

export function profileOf(provider: string): Profile | undefined {
  return profiles.find((profile) => profile.provider === provider);
}
