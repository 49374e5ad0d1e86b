import type { Scenario } from '#scenarios/language';
import { planCells } from '#scenarios/runner';
import type { Bilingual, Language } from '#sim/errors';
import { providersOf } from './cell-providers.ts';
import type { CliCommand } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { readLibrary } from './library.ts';
import { isCore, scenariosOf, sectionOf } from './selection.ts';

const statedWords: Readonly<Record<Scenario['stated'], Bilingual>> = {
  manual: { ja: '明記', en: 'stated' },
  implied: { ja: '含意', en: 'implied' },
  inferred: { ja: '推定', en: 'inferred' },
  own: { ja: '自作', en: 'own' },
};

export const list: CliCommand = {
  takes: '[id|section|word|file]…',
  wordsMax: Number.POSITIVE_INFINITY,
  options: [
    {
      name: 'core',
      kind: 'flag',
      summary: { ja: 'マニュアルに明記された場面だけ', en: 'only what the manual states' },
    },
    { name: 'json', kind: 'flag', summary: { ja: '結果を JSON で出力', en: 'print JSON' } },
  ],
  examples: ['npx todoku list', 'npx todoku list 2.2', 'npx todoku list 迷惑メール', 'npx todoku list --core --json'],
  async run({ words, options, language, terminal }) {
    const all = words.length === 0 ? readLibrary(terminal.folder) : scenariosOf(words, terminal.folder);
    const scenarios = options.has('core') ? all.filter(isCore) : all;
    if (options.has('json')) terminal.write(`${JSON.stringify(scenarios.map(described), null, 2)}\n`);
    else terminal.write(table(scenarios, language));
    return exitCodes.well;
  },
};

function described(scenario: Scenario) {
  const { id, title, manual, stated, tags, file } = scenario;
  const cells = planCells([scenario]).map(({ name }) => name);
  const providers = providersOf(scenario);
  return { id, title, section: sectionOf(scenario), manual, stated, tags, providers, cells, file };
}

function table(scenarios: readonly Scenario[], language: Language): string {
  const idWidth = Math.max(0, ...scenarios.map(({ id }) => id.length));
  // A kanji takes the place of two letters.
  const statedWidth = language === 'ja' ? 4 : 8;
  const rows = scenarios.map((scenario) => {
    const { id, title, stated, matrix } = scenario;
    const word = statedWords[stated][language].padEnd(language === 'ja' ? statedWidth - 2 : statedWidth);
    return `${id.padEnd(idWidth)}  ${word}  ${String(matrix.length).padStart(3)}  ${title[language]}${inBrackets(providersOf(scenario))}\n`;
  });
  const cells = scenarios.reduce((sum, { matrix }) => sum + matrix.length, 0);
  const total: Bilingual = {
    ja: `シナリオ${scenarios.length}件、組み合わせ${cells}通り（番号、マニュアルでの扱い、組み合わせの数、題、メール事業者）`,
    en: `${scenarios.length} scenarios, ${cells} cells (id, in the manual, cells, title, mail providers)`,
  };
  return `${rows.join('')}${total[language]}\n`;
}

/** Their keys, as `--cell provider=` takes them. */
function inBrackets(providers: readonly string[]): string {
  return providers.length === 0 ? '' : ` [${providers.join(', ')}]`;
}
