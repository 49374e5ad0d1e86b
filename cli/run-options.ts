import { laneNames } from '#scenarios/lanes';
import { type Bilingual, ServiceError } from '#sim/errors';
import { captureServerOptions, captureSmtpOptions } from './capture-server-options.ts';
import type { Invocation, Option } from './command.ts';

export const seedMax = 2 ** 32 - 1;

/** What naming a server means to a run. */
const throughWords: Readonly<Record<string, Bilingual>> = {
  mailhog: {
    ja: '届くメールを、この MailHog を通して学生に渡す（例: http://127.0.0.1:8025）',
    en: 'let delivered mails travel through this MailHog, such as http://127.0.0.1:8025',
  },
  mailpit: {
    ja: '届くメールを、この Mailpit を通して学生に渡す（例: http://127.0.0.1:8025）',
    en: 'let delivered mails travel through this Mailpit, such as http://127.0.0.1:8025',
  },
};

export const runOptions: readonly Option[] = [
  {
    name: 'core',
    kind: 'flag',
    summary: {
      ja: 'マニュアルに明記された場面（何も指定しないときと同じ）',
      en: 'what the manual states (as when nothing is given)',
    },
  },
  { name: 'all', kind: 'flag', summary: { ja: 'すべてのシナリオ', en: 'every scenario' } },
  {
    name: 'cell',
    kind: 'text',
    placeholder: 'COLUMN=VALUE,…',
    summary: {
      ja: 'この値を持つ組み合わせだけ（例: provider=docomo）',
      en: 'only the cells with these values, such as provider=docomo',
    },
  },
  {
    name: 'seed',
    kind: 'number',
    placeholder: `0…${seedMax}`,
    summary: { ja: 'シナリオのものとは別のシード', en: 'another seed than the scenario’s own' },
  },
  {
    name: 'lane',
    kind: 'text',
    values: laneNames,
    summary: {
      ja: '再生のしかた。指定しなければ direct（このプログラムの中だけで、一瞬で）',
      en: 'how to play; direct when absent: in this process, in a moment',
    },
  },
  {
    name: 'appium',
    kind: 'text',
    placeholder: 'URL',
    summary: {
      ja: 'device と emulated で使う、起動済みの Appium（例: http://127.0.0.1:4723）',
      en: 'for device and emulated: an Appium that runs already, such as http://127.0.0.1:4723',
    },
  },
  {
    name: 'capabilities',
    kind: 'text',
    placeholder: 'FILE',
    summary: {
      ja: 'device で使う実機の capabilities（例は docs/devices/）',
      en: 'for device: what to ask the server for, a phone each (examples in docs/devices/)',
    },
  },
  {
    name: 'storyboard',
    kind: 'text',
    placeholder: 'ID,ID,…',
    summary: {
      ja: 'これらのシナリオの最初の組み合わせを、画面つきでもう一度再生し、報告書に画面の流れを載せる',
      en: 'play the first cell of these once more with pixels; the report shows their screens in order',
    },
  },
  {
    name: 'out',
    kind: 'text',
    placeholder: 'DIR',
    summary: { ja: '報告書を書く場所。指定しなければ todoku-report', en: 'where the report goes, else todoku-report' },
  },
  {
    name: 'overwrite',
    kind: 'flag',
    summary: { ja: '--out に以前の報告書があれば置き換える', en: 'replace a former report at --out' },
  },
  { name: 'bail', kind: 'flag', summary: { ja: '最初の失敗で止める', en: 'stop at the first failure' } },
  {
    name: 'watch',
    kind: 'flag',
    summary: { ja: 'シナリオが保存されるたびに再生し直す', en: 'play again whenever a scenario is saved' },
  },
  ...captureServerOptions.map((option) => ({ ...option, summary: throughWords[option.name] ?? option.summary })),
  ...captureSmtpOptions,
  { name: 'json', kind: 'flag', summary: { ja: '結果を JSON で出力', en: 'print JSON' } },
];

/** Throws ServiceError `options-exclude`, `option-value`. */
export function checkRunOptions({ words, options }: Pick<Invocation, 'words' | 'options'>): void {
  const choices = [options.has('core') ? '--core' : '', options.has('all') ? '--all' : '', words[0] ?? ''];
  const [one, other] = choices.filter((choice) => choice !== '');
  if (one !== undefined && other !== undefined) throw new ServiceError('options-exclude', { one, other });
  const seed = options.number('seed') ?? 0;
  if (seed > seedMax)
    throw new ServiceError('option-value', { option: '--seed', expected: `0…${seedMax}`, given: seed });
}
