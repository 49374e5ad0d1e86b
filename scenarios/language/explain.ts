import { type Bilingual, fill, type Language } from '#sim/errors';
import { formatInstant, type Json, parseInstant } from '#sim/kernel';
import { type CastMember, schools, students } from '../library/cast/index.ts';
import { cellName } from './cell.ts';
import { inlineYaml } from './inline-yaml.ts';
import { resolutionWords } from './resolution-words.ts';
import type { Scenario } from './scenario.ts';
import type { Verb } from './verb.ts';

const words = {
  manual: { ja: 'マニュアル {sections}', en: 'Manual {sections}' },
  stated: {
    manual: { ja: 'マニュアルに明記', en: 'stated by the manual' },
    implied: { ja: 'マニュアルから読み取れる', en: 'implied by the manual' },
    inferred: { ja: '類似サービスからの推定', en: 'inferred from comparable services' },
  },
  starts: { ja: '{at} に始まる（シード {seed}）', en: 'Starts {at} (seed {seed})' },
  tags: { ja: '目印: {tags}', en: 'Tags: {tags}' },
  limits: { ja: '上限: {limits}', en: 'Limits: {limits}' },
  cast: { ja: '登場するもの', en: 'Cast' },
  world: { ja: '世界の設定', en: 'World' },
  matrix: { ja: '{n} 通りの組み合わせ', en: '{n} cells' },
  steps: { ja: '手順', en: 'Steps' },
  never: { ja: '起きてはならないこと: {names}', en: 'Must never happen: {names}' },
  resolution: {
    ja: '結末: {cause}。{party}{contacts}',
    en: 'Resolution: {cause}; {party}{contacts}',
  },
  contacts: { ja: '（問い合わせ {n} 回）', en: ' (support is asked: {n})' },
  contact: { ja: '「お問い合わせ先」', en: '"Contact"' },
  generated: { ja: '生成された学生', en: 'a generated student' },
} as const;

/** The scenario as prose, a line a step; `$name` stays where a matrix or an earlier step gives the value. */
export function explain(scenario: Scenario, verbs: readonly Verb[], language: Language): string {
  const say = (text: Bilingual, parameters: Readonly<Record<string, string | number>> = {}): string =>
    fill(text[language], parameters);
  const started = parseInstant(scenario.starts);
  const at = started === undefined ? scenario.starts : formatInstant(started).slice(0, 16).replace('T', ' ');
  const manual =
    scenario.manual.length === 0
      ? []
      : [say(words.manual, { sections: scenario.manual.map((name) => sectionName(name, language)).join(', ') })];
  const about = [...manual, say(words.stated[scenario.stated])].join(language === 'ja' ? '、' : ', ');
  return [
    `${scenario.id} ${say(scenario.title)}`,
    ...(scenario.description === undefined ? [] : [say(scenario.description)]),
    about,
    say(words.starts, { at, seed: scenario.seed }),
    ...(scenario.tags.length === 0 ? [] : [say(words.tags, { tags: scenario.tags.join(', ') })]),
    ...(scenario.limits === undefined ? [] : [say(words.limits, { limits: inlineYaml({ ...scenario.limits }) })]),
    ...section(say(words.cast), castLines(scenario, language)),
    ...section(
      say(words.world),
      Object.entries(scenario.world).map(([module, value]) => `${module}: ${inlineYaml(value)}`),
    ),
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

function castLines(scenario: Scenario, language: Language): string[] {
  return Object.entries(scenario.cast).map(([key, member]) => {
    const { role, use, ...rest } = member;
    const differing = Object.keys(rest).length === 0 ? '' : ` ${inlineYaml(rest as Json)}`;
    return `${key}: ${calledOf(role, use, language)}${differing}`;
  });
}

function calledOf(role: CastMember['role'], use: string | undefined, language: Language): string {
  if (role === 'school')
    return (schools as Record<string, { name: Bilingual }>)[use ?? 'mihon-university']?.name[language] ?? `${use}`;
  return use === undefined || use === 'generated'
    ? words.generated[language]
    : ((students as Record<string, { name: string }>)[use]?.name ?? use);
}

function matrixLines(scenario: Scenario, language: Language): string[] {
  const names = scenario.matrix.map(cellName);
  if (names.join('') === '') return [];
  const shown = names.length <= 12 ? names : [...names.slice(0, 11), '…'];
  return section(fill(words.matrix[language], { n: names.length }), shown);
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
    const contacts = n === undefined ? '' : fill(words.contacts[language], { n });
    const { cause, party } = resolutionWords(scenario.resolution);
    lines.push(fill(words.resolution[language], { cause: cause[language], party: party[language], contacts }));
  }
  return lines.length === 0 ? [] : ['', ...lines];
}
