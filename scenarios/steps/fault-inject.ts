import { Type } from 'typebox';
import type { Bilingual } from '#sim/errors';
import { faults, injectFault } from '#sim/faults';
import { perCell } from '../language/index.ts';
import { step } from './step.ts';

/** What a `$service` of a matrix stands for, in a fault's sentence. */
function cellWords(member: string): Bilingual | undefined {
  const cell = perCell(member);
  return cell === undefined ? undefined : { ja: `サービス（${cell.ja}）`, en: `the service (${cell.en})` };
}

const values = Object.values(faults).map((fault) => fault.value);

export const faultInject = step({
  verb: 'fault.inject',
  description: { ja: '不具合を起こします。', en: 'Something goes wrong from here on.' },
  value: Type.Object(
    { fault: Type.String({ enum: Object.keys(faults) }), with: Type.Union(values) },
    { additionalProperties: false },
  ),
  sentence(value) {
    const given = value.with as Readonly<Record<string, string>>;
    const said = (language: 'ja' | 'en'): string => {
      const words = Object.entries(given).map(([key, member]) => [key, cellWords(member)?.[language] ?? member]);
      return faults[value.fault]?.sentence(Object.fromEntries(words) as typeof given)[language] ?? value.fault;
    };
    return { ja: said('ja'), en: said('en') };
  },
  async run(play, value) {
    await play.world.perform(injectFault, { fault: value.fault, value: value.with as Record<string, string> });
  },
});
