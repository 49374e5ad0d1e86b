import { counted } from './counted.ts';
import type { Family } from './family.ts';
import { instantMs, spanOf } from './virtual-time.ts';
import { vocabulary } from './vocabulary.ts';

/** What people call the step that events count from 0, as `todoku explain` numbers it. */
export function stepNumber(index: number): number {
  return index + 1;
}

export const runSentences: Family<'run' | 'step' | 'check' | 'cast' | 'clock' | 'fault' | 'http'> = {
  'run.started': ({ title }) => ({
    ja: `「${title.ja}」の再生を始めました。`,
    en: `The replay of “${title.en}” began.`,
  }),
  'step.started': ({ index, sentence }) => ({
    ja: `手順${stepNumber(index)}: ${sentence.ja}`,
    en: `Step ${stepNumber(index)}: ${sentence.en}`,
  }),
  'step.finished': ({ index, outcome }) =>
    outcome === 'passed'
      ? { ja: `手順${stepNumber(index)}が終わりました。`, en: `Step ${stepNumber(index)} finished.` }
      : { ja: `手順${stepNumber(index)}で止まりました。`, en: `Step ${stepNumber(index)} failed.` },
  'step.kept': ({ name, what }) => ({
    ja: `後の手順のために ${what} を「${name}」として覚えました。`,
    en: `${what} was kept as “${name}” for a later step.`,
  }),
  'check.passed': ({ expected }) => ({ ja: `期待どおりでした: ${expected.ja}`, en: `As expected: ${expected.en}` }),
  'check.failed': ({ expected, actual }) => ({
    ja: `期待と違いました。期待: ${expected.ja}／実際: ${actual.ja}`,
    en: `Not as expected. Expected: ${expected.en} / Actual: ${actual.en}`,
  }),
  'run.failed': ({ title, detail }) => ({
    ja: `再生が止まりました: ${title.ja}。${detail.ja}`,
    en: `The run stopped: ${title.en}. ${detail.en}`,
  }),
  'run.finished': ({ verdict, steps }) =>
    verdict === 'passed'
      ? { ja: `${steps}手順すべてが終わり、成功しました。`, en: `All ${counted(steps, 'step')} finished: passed.` }
      : { ja: `${steps}手順が終わったところで失敗しました。`, en: `Failed after ${counted(steps, 'step')}.` },
  'cast.joined': ({ role, description }) => {
    const who = vocabulary.role(role);
    return { ja: `${who.ja}: ${description.ja}`, en: `${who.en}: ${description.en}` };
  },
  'clock.advanced': ({ from, to }) => {
    const span = spanOf(instantMs(to) - instantMs(from));
    return { ja: `仮想時刻が${span.ja}進みました。`, en: `${span.en} of virtual time passed.` };
  },
  'fault.injected': ({ sentence }) => ({
    ja: `障害を起こしました: ${sentence.ja}`,
    en: `A fault began: ${sentence.en}`,
  }),
  'fault.healed': ({ sentence }) => ({
    ja: `障害を直しました: ${sentence.ja}`,
    en: `A fault was healed: ${sentence.en}`,
  }),
};
