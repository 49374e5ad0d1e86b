import { type Bilingual, fill, type Language } from '#sim/errors';
import { formatInstant, type Json, parseInstant } from '#sim/kernel';
import { castWords } from './cast-words.ts';
import { cellName } from './cell.ts';
import { durationWords } from './duration-words.ts';
import { inlineYaml } from './inline-yaml.ts';
import { resolutionWords } from './resolution-words.ts';
import type { Scenario } from './scenario.ts';
import { settingWords } from './value-words.ts';
import type { Verb } from './verb.ts';
import { worldWords } from './world-words.ts';

const words = {
  manual: { ja: 'マニュアル {sections}', en: 'Manual {sections}' },
  stated: {
    manual: { ja: 'マニュアルに明記', en: 'stated by the manual' },
    implied: { ja: 'マニュアルから読み取れる', en: 'implied by the manual' },
    inferred: { ja: '類似サービスからの推定', en: 'inferred from comparable services' },
    own: undefined,
  },
  starts: { ja: '{at}に始まる（シード{seed}）', en: 'Starts {at} (seed {seed})' },
  tags: { ja: '目印: {tags}', en: 'Tags: {tags}' },
  limits: { ja: '上限: {limits}', en: 'Limits: {limits}' },
  cast: { ja: '登場するもの', en: 'Cast' },
  limitTime: { ja: '仮想時間{time}', en: '{time} of virtual time' },
  limitEvents: { ja: 'できごと{n}件', en: '{n} events' },
  world: { ja: '世界の設定', en: 'World' },
  matrix: { ja: '{n}通りの組み合わせ', en: '{n} {cells}' },
  steps: { ja: '手順', en: 'Steps' },
  never: { ja: '起きてはならないこと: {names}', en: 'Must never happen: {names}' },
  resolution: {
    ja: '結末: {cause}。{party}{contacts}',
    en: 'Resolution: {cause}; {party}{contacts}',
  },
  contacts: { ja: '（問い合わせ{n}回）', en: ' (support is asked {times})' },
  contact: { ja: '「お問い合わせ先」', en: '"Contact"' },
} as const;

/** The scenario as prose, a line a step; `$name` stays where a matrix or an earlier step gives the value. */
export function explain(scenario: Scenario, verbs: readonly Verb[], language: Language): string {
  const say = (text: Bilingual, parameters: Readonly<Record<string, string | number>> = {}): string =>
    fill(text[language], parameters);
  const started = parseInstant(scenario.starts);
  const at = started === undefined ? scenario.starts : dateWords(formatInstant(started), language);
  const manual =
    scenario.manual.length === 0
      ? []
      : [say(words.manual, { sections: scenario.manual.map((name) => sectionName(name, language)).join(', ') })];
  const stated = words.stated[scenario.stated];
  const about = [...manual, ...(stated === undefined ? [] : [say(stated)])].join(language === 'ja' ? '、' : ', ');
  return [
    `${scenario.id} ${say(scenario.title)}`,
    ...(scenario.description === undefined ? [] : [say(scenario.description)]),
    ...(about === '' ? [] : [about]),
    say(words.starts, { at, seed: scenario.seed }),
    ...(scenario.tags.length === 0 ? [] : [say(words.tags, { tags: scenario.tags.join(', ') })]),
    ...limitLines(scenario, language),
    ...section(say(words.cast), castLines(scenario, language)),
    ...section(say(words.world), worldLines(scenario, language)),
    ...matrixLines(scenario, language),
    ...section(say(words.steps), stepLines(scenario, verbs, language)),
    ...resolutionLines(scenario, language),
    '',
  ].join('\n');
}

/** The manual's last part has no number. */
function sectionName(name: string, language: Language): string {
  return name === 'contact' ? words.contact[language] : name;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** `2026年4月1日 9:00`; in English `2026-04-01 09:00`. */
function dateWords(instant: string, language: Language): string {
  const [, year, month, day, hour, minute] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(instant) ?? [];
  return language === 'ja'
    ? `${year}年${Number(month)}月${Number(day)}日 ${Number(hour)}:${minute}`
    : `${year}-${month}-${day} ${hour}:${minute}`;
}

function limitLines({ limits }: Scenario, language: Language): string[] {
  if (limits === undefined) return [];
  const parts = [
    ...(limits.time === undefined
      ? []
      : [fill(words.limitTime[language], { time: durationWords(limits.time)[language] })]),
    ...(limits.events === undefined ? [] : [fill(words.limitEvents[language], { n: limits.events })]),
  ];
  return parts.length === 0
    ? []
    : [fill(words.limits[language], { limits: parts.join(language === 'ja' ? '、' : ', ') })];
}

function castLines(scenario: Scenario, language: Language): string[] {
  return Object.entries(scenario.cast).map(([key, member]) => `${key}: ${castWords(member)[language]}`);
}

function worldLines(scenario: Scenario, language: Language): string[] {
  return Object.entries(scenario.world).flatMap(([module, given]) => {
    const known = worldWords[module];
    const name = known?.name[language] ?? module;
    return Object.entries(given as { readonly [parameter: string]: Json }).map(([parameter, value]) => {
      const called = known?.parameters[parameter] ?? { ja: parameter, en: parameter };
      return `${name} – ${settingWords(parameter, called, value)[language]}`;
    });
  });
}

function matrixLines(scenario: Scenario, language: Language): string[] {
  const names = scenario.matrix.map(cellName);
  if (names.join('') === '') return [];
  const shown = names.length <= 12 ? names : [...names.slice(0, 11), '…'];
  return section(
    fill(words.matrix[language], { n: names.length, cells: names.length === 1 ? 'cell' : 'cells' }),
    shown,
  );
}

function stepLines(scenario: Scenario, verbs: readonly Verb[], language: Language): string[] {
  const byName = new Map<string, Verb>(verbs.map((verb) => [verb.verb, verb]));
  const width = String(scenario.steps.length).length;
  return scenario.steps.map((step, index) => {
    const verb = byName.get(step.verb);
    const text = verb === undefined ? inlineYaml({ [step.verb]: step.value }) : verb.sentence(step.value)[language];
    return `${String(index + 1).padStart(width)}. ${text}`;
  });
}

function resolutionLines(scenario: Scenario, language: Language): string[] {
  const lines: string[] = [];
  if (scenario.never.length > 0) lines.push(fill(words.never[language], { names: scenario.never.join(', ') }));
  if (scenario.resolution !== undefined) {
    const { contacts: n } = scenario.resolution;
    const contacts =
      n === undefined ? '' : fill(words.contacts[language], { n, times: n === 1 ? 'once' : `${n} times` });
    const { cause, party } = resolutionWords(scenario.resolution);
    lines.push(fill(words.resolution[language], { cause: cause[language], party: party[language], contacts }));
  }
  return lines.length === 0 ? [] : ['', ...lines];
}
