import { Type } from 'typebox';
import type { Fault } from './fault.ts';

const places: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  gate: { ja: 'ゲート', en: 'The gate' },
  counter: { ja: '窓口', en: 'The counter' },
};

/** A gate or a counter reaches nobody: neither the wallet nor the issuer. */
export const verifierOffline: Fault = {
  id: 'verifier-offline',
  healed: { ja: 'ゲート・窓口の通信が戻る', en: 'The gate and the counter have a network again' },
  description: { ja: 'ゲートまたは窓口が通信できなくなります。', en: 'A gate or a counter has no network.' },
  value: Type.Object({ at: Type.String({ enum: ['gate', 'counter'] }) }, { additionalProperties: false }),
  sentence(value) {
    const { ja, en } = places[String(value.at)] ?? { ja: String(value.at), en: String(value.at) };
    return { ja: `${ja}が通信できなくなる`, en: `${en} loses its network` };
  },
};
