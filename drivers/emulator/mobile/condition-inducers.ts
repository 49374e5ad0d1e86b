import type { Phone } from '../phone/phone.ts';

/** Profiles of Apple’s network conditions → what a phone has of a network then. */
const profiles: readonly (readonly [identifier: string, name: string, network: 'off' | 'slow'])[] = [
  ['SlowNetwork100PctLoss', '100% packet loss', 'off'],
  ['SlowNetworkVeryBad', 'Very poor network', 'slow'],
  ['SlowNetworkEdge-2GNetworkPoor', 'Edge network - poor', 'slow'],
  ['SlowNetworkEdge-2GNetworkAverage', 'Edge network - average', 'slow'],
  ['SlowNetwork2GRural', '2G network - rural', 'slow'],
  ['SlowNetwork2GUrban', '2G network - urban', 'slow'],
  ['SlowNetwork3GAverage', '3G network - average', 'slow'],
];

const condition = 'SlowNetworkCondition';

/** appium-xcuitest-driver lib/types Condition */
export function conditionInducers({ memory }: Phone): readonly object[] {
  const { inducer } = memory;
  return [
    {
      profiles: profiles.map(([identifier, description]) => ({ identifier, name: description, description })),
      identifier: condition,
      profilesSorted: true,
      isDestructive: false,
      isInternal: false,
      isActive: inducer !== undefined,
      activeProfile: inducer ?? '',
    },
  ];
}

/** Throws Error in the words of the real driver. */
export async function enableInducer(phone: Phone, conditionId: string, profileId: string): Promise<true> {
  if (phone.memory.inducer !== undefined) {
    throw new Error(`Condition inducer is already running. Disable it first in order to call 'enable' again.`);
  }
  const profile = profiles.find(([identifier]) => identifier === profileId);
  if (conditionId !== condition || profile === undefined) {
    throw new Error(`Condition inducer '${profileId}' cannot be enabled: 'no such condition or profile'`);
  }
  phone.memory.inducer = profileId;
  await phone.setNetwork(profile[2]);
  return true;
}

export async function disableInducer(phone: Phone): Promise<boolean> {
  if (phone.memory.inducer === undefined) return false;
  phone.memory.inducer = undefined;
  await phone.setNetwork('on');
  return true;
}
