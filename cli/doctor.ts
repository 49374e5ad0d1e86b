import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { findChromium } from '#drivers/chromium';
import type { Bilingual, Language } from '#sim/errors';
import type { CliCommand } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { packageManifest } from './package-manifest.ts';
import { libraryFolder, libraryPaths } from './scenario-files.ts';
import type { Terminal } from './terminal.ts';

/** One thing that the machine has or lacks. */
interface Finding {
  readonly id: string;
  readonly label: Bilingual;
  /** `optional`: lacking, and nothing that is here now needs it. */
  readonly state: 'well' | 'lacking' | 'optional';
  /** What was found, as notation. */
  readonly found: string;
  /** The same for people, where they read something else. */
  readonly shown?: Bilingual;
  /** What to do about it; none when all is well. */
  readonly advice?: Bilingual;
}

const root = join(import.meta.dirname, '..');

export const doctor: CliCommand = {
  takes: '',
  wordsMax: 0,
  options: [{ name: 'json', kind: 'flag', summary: { ja: '結果を JSON で出力', en: 'print JSON' } }],
  examples: ['npx todoku doctor', 'npx todoku doctor --json'],
  async run({ options, language, terminal }) {
    const findings = await examine(terminal);
    const isWell = findings.every(({ state }) => state !== 'lacking');
    if (options.has('json')) terminal.write(`${JSON.stringify({ isWell, findings }, null, 2)}\n`);
    else terminal.write(rendered(findings, isWell, language));
    return isWell ? exitCodes.well : exitCodes.misused;
  },
};

async function examine(terminal: Terminal): Promise<Finding[]> {
  return [
    nodeFinding(),
    packageFinding(),
    await storeFinding(),
    libraryFinding(),
    folderFinding(terminal.folder),
    chromiumFinding(terminal),
    swaksFinding(terminal),
  ];
}

function nodeFinding(): Finding {
  const wanted = packageManifest.engines.node.replace('>=', '');
  const isWell = process.versions.node.localeCompare(wanted, 'en', { numeric: true }) >= 0;
  return {
    id: 'node',
    label: { ja: 'Node', en: 'Node' },
    state: isWell ? 'well' : 'lacking',
    found: `${process.versions.node} (${process.platform}-${process.arch})`,
    ...(isWell
      ? {}
      : { advice: { ja: `Node ${wanted} 以降を入れてください。`, en: `Install Node ${wanted} or newer.` } }),
  };
}

function installedVersion(name: string): string | undefined {
  // An installed todoku lies beside the packages that it needs, or above some of them.
  for (let folder = root; ; folder = dirname(folder)) {
    try {
      const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
      return (JSON.parse(text) as { readonly version: string }).version;
    } catch {
      if (dirname(folder) === folder) return undefined;
    }
  }
}

function packageFinding(): Finding {
  const wanted = Object.entries(packageManifest.dependencies);
  const wrong = wanted.filter(([name, version]) => installedVersion(name) !== version);
  return {
    id: 'packages',
    label: { ja: 'npm パッケージ', en: 'npm packages' },
    state: wrong.length === 0 ? 'well' : 'lacking',
    found: `${wanted.length - wrong.length} / ${wanted.length}`,
    ...(wrong.length === 0
      ? {}
      : {
          advice: {
            ja: `npm ci を実行してください（${wrong.map(([name]) => name).join('、')}）。`,
            en: `Run npm ci (${wrong.map(([name]) => name).join(', ')}).`,
          },
        }),
  };
}

async function storeFinding(): Promise<Finding> {
  const label = { ja: 'SQLite（記録用）', en: 'SQLite (for the record)' };
  try {
    const { DatabaseSync } = await import('node:sqlite');
    using database = new DatabaseSync(':memory:');
    const row = database.prepare('SELECT sqlite_version() AS version').get();
    database.serialize();
    return { id: 'sqlite', label, state: 'well', found: String(row?.version) };
  } catch (error) {
    const advice = {
      ja: 'この Node には、保存できる SQLite がありません。Node 24 を使ってください。',
      en: 'This Node has no SQLite that can be saved; use Node 24.',
    };
    return { id: 'sqlite', label, state: 'lacking', found: String(error), advice };
  }
}

function libraryFinding(): Finding {
  const count = libraryPaths().length;
  const advice = {
    ja: 'シナリオがありません。取得し直してください。',
    en: 'The scenarios are missing; get the project again.',
  };
  return {
    id: 'library',
    label: { ja: 'シナリオ', en: 'Scenarios' },
    state: count > 0 ? 'well' : 'lacking',
    found: count > 0 ? String(count) : libraryFolder,
    ...(count > 0 ? { shown: { ja: `${count}件`, en: String(count) } } : { advice }),
  };
}

function folderFinding(folder: string): Finding {
  const finding = { id: 'folder', label: { ja: '報告書を書く場所', en: 'Where reports go' }, found: folder };
  try {
    accessSync(folder, constants.W_OK);
    return { ...finding, state: 'well' };
  } catch {
    const advice = {
      ja: '書き込めません。--out で別の場所を指定してください。',
      en: 'It cannot be written to; name another one with --out.',
    };
    return { ...finding, state: 'lacking', advice };
  }
}

function onPath(names: readonly string[], { environment }: Terminal): string | undefined {
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file));
}

function chromiumFinding(terminal: Terminal): Finding {
  const found = findChromium(terminal.environment);
  const advice = {
    ja: 'メールの見え方を画像にするとき（mail preview）に使います。Debian・Ubuntu では sudo apt-get install chromium で入ります。別の場所にあるものは、環境変数 CHROME_PATH で指定できます。',
    en: 'Only mail preview needs it, to paint mails. On Debian and Ubuntu: sudo apt-get install chromium; one that is somewhere else is named by CHROME_PATH.',
  };
  return {
    id: 'chromium',
    label: { ja: 'Chromium（任意）', en: 'Chromium (optional)' },
    state: found === undefined ? 'optional' : 'well',
    found: found ?? '–',
    ...(found === undefined ? { shown: none, advice } : {}),
  };
}

function swaksFinding(terminal: Terminal): Finding {
  const found = onPath(['swaks'], terminal);
  const advice = {
    ja: '今は要りません。SMTP を手で試すとき（今後の版）に便利です。',
    en: 'Not needed yet: handy for trying SMTP by hand (a later version).',
  };
  return {
    id: 'swaks',
    label: { ja: 'swaks（任意）', en: 'swaks (optional)' },
    state: found === undefined ? 'optional' : 'well',
    found: found ?? '–',
    ...(found === undefined ? { shown: none, advice } : {}),
  };
}

const none: Bilingual = { ja: 'なし', en: 'none' };

const marks = { well: '✓', lacking: '✗', optional: '–' } as const;

function rendered(findings: readonly Finding[], isWell: boolean, language: Language): string {
  const lines = findings.flatMap(({ label, state, found, shown, advice }) => [
    `${marks[state]} ${label[language]}: ${shown?.[language] ?? found}`,
    ...(advice === undefined ? [] : [`    ${advice[language]}`]),
  ]);
  const verdict = {
    ja: isWell
      ? '準備はできています。npx todoku run --core で始められます。'
      : '足りないものがあります。✗ の行を見てください。',
    en: isWell ? 'Ready: npx todoku run --core starts.' : 'Something needed is missing; see the lines with ✗.',
  };
  return `${[...lines, verdict[language]].join('\n')}\n`;
}
