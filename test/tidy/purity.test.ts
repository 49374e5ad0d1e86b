import { describe, expect, test } from 'vitest';
import { driverEdges } from './driver-edges.ts';
import { type Exception, except, type Finding, type Suspicion, show } from './finding.ts';
import { mockEdges } from './mock-edges.ts';
import { repositoryTree, type SourceFile, type SourceTree, treeOf } from './source-tree.ts';

/** Folders whose code depends on nothing but the world it is given. */
const pureFolders = /^(sim|mocks|scenarios|drivers|reports)\//;

/** The edges: files that ask the machine after all, each for one thing and a reason. */
const edges: readonly Exception[] = [
  {
    file: 'sim/kernel/system-clock.ts',
    what: 'Date.now',
    reason: 'the one place where the machine says the time; only manifests and the command line ask it',
  },
  {
    file: 'sim/kernel/open-world.ts',
    what: 'node:fs',
    reason: 'a world in a file: writes who has it open beside it; the rows themselves are SQLite’s',
  },
  {
    file: 'sim/kernel/live-world.test.ts',
    what: 'machine timers',
    reason: 'lets the machine turn, to show that time of the world stands still meanwhile',
  },
  ...(['node:fs', 'node:os'] as const).map((what) => ({
    file: 'sim/kernel/live-world.test.ts',
    what,
    reason: 'keeps worlds in a folder of temporary files',
  })),
  ...(['node:fs', 'node:os'] as const).map((what) => ({
    file: 'sim/kernel/open-world.test.ts',
    what,
    reason: 'looks at the files of worlds, and spoils some',
  })),
  {
    file: 'sim/api/in-process-fetch.ts',
    what: 'node:http',
    reason: 'builds request and response objects with nothing behind them; opens no socket',
  },
  {
    file: 'sim/api/in-process-fetch.test.ts',
    what: 'node:http',
    reason: 'holds the in-process fetch beside a real server: the answers must be equal',
  },
  {
    file: 'sim/api/in-process-fetch.test.ts',
    what: 'global fetch',
    reason: 'asks that real server as any client would',
  },
  {
    file: 'sim/mail/dsn/sisimai.test.ts',
    what: 'node:child_process',
    reason: 'holds our bounce reports against Sisimai, a program of others; skipped where it is not installed',
  },
  {
    file: 'sim/proof/jwk.test.ts',
    what: 'new keys',
    reason: 'needs keys of kinds and lengths that no world has, to show that they are refused',
  },
  {
    file: 'sim/proof/vc-jwt.test.ts',
    what: 'new keys',
    reason: 'a stranger’s key must not verify; no world has a stranger',
  },
  {
    file: 'scenarios/library/cast/generated-student.ts',
    what: 'import.meta',
    reason: 'loads the generator of students only for casts that ask for one; reads no file of its own',
  },
  {
    file: 'reports/bundle/bundle-folder.ts',
    what: 'node:fs',
    reason: 'the one place where a report meets the disk; everything else of it is text',
  },
  {
    file: 'reports/bundle/bundle-folder.test.ts',
    what: 'node:fs',
    reason: 'looks at the files that were written, and spoils some',
  },
  {
    file: 'reports/bundle/bundle-folder.test.ts',
    what: 'node:os',
    reason: 'asks for the folder of temporary files',
  },
  {
    file: 'reports/bundle/bundle-folder.test.ts',
    what: 'process',
    reason: 'permissions do not bind root: that test is left out there',
  },
  {
    file: 'sim/kernel/notes-fixture.ts',
    what: 'machine timers',
    reason: 'lets a command wait for the machine, to show that the next command still waits its turn',
  },
  ...mockEdges,
  ...(['node:net', 'node:tls', 'node:dns/promises', 'machine timers'] as const).map((what) => ({
    file: 'sim/egress/egress.ts',
    what,
    reason: 'the one way out of the machine: connects to the hosts that the operator named, and gives up in time',
  })),
  ...(['node:http', 'node:https'] as const).map((what) => ({
    file: 'sim/egress/egress-fetch.ts',
    what,
    reason: 'HTTP over a connection of the egress; opens none itself',
  })),
  ...(['address-range', 'host-name', 'route'] as const).map((name) => ({
    file: `sim/egress/${name}.ts`,
    what: 'node:net',
    reason: 'reads addresses and compares them with ranges; opens nothing',
  })),
  ...(['node:net', 'node:http'] as const).map((what) => ({
    file: 'sim/egress/egress.test.ts',
    what,
    reason: 'the servers on loopback that the egress is tried against',
  })),
  {
    file: 'sim/egress/egress.test.ts',
    what: 'machine timers',
    reason: 'one of those servers answers by drops, to show that the whole of an answer has a limit too',
  },
  ...(['node:fs', 'node:os'] as const).map((what) => ({
    file: 'reports/bundle/screens.test.ts',
    what,
    reason: 'looks at the pictures that were written into a folder of temporary files',
  })),
  ...driverEdges,
  {
    file: 'sim/app/built-files.ts',
    what: 'import.meta',
    reason: 'finds the folder that the build of the pages wrote, beside the sources',
  },
  {
    file: 'sim/app/built-files.ts',
    what: 'node:fs',
    reason: 'looks whether the app was built: it is served, and takes pages over, only when it was',
  },
  {
    file: 'sim/app/ui/wallet-client.ts',
    what: 'global fetch',
    reason: 'runs in the browser, which has no world: asks the service that the page came from',
  },
  {
    file: 'sim/app/ui/wallet-app.ts',
    what: 'Date.now',
    reason: 'runs in the browser: the clock of the phone that shows it',
  },
  {
    file: 'sim/app/ui/wallet-app.ts',
    what: 'machine timers',
    reason: 'runs in the browser: a card that is looked at shows another time each second',
  },
  {
    file: 'sim/app/ui/shell.ts',
    what: 'new keys',
    reason: 'runs in a browser without a phone around it, which makes the device key itself',
  },
  ...(['machine timers', 'performance'] as const).map((what) => ({
    file: 'drivers/emulator/machine-time.ts',
    what,
    reason: 'how long a WebDriver client waits, and a finger rests, is the machine’s time; no world hears of it',
  })),
];

/** What the machine decides, how to recognise it in code, and where it should come from instead. */
const ambient: readonly { readonly what: string; readonly pattern: RegExp; readonly remedy: string }[] = [
  { what: 'Date.now', pattern: /\bDate\s*\.\s*now\b/g, remedy: 'ask world.clock.now()' },
  { what: 'new Date()', pattern: /\bnew\s+Date\s*(\(\s*\)|(?![\w\s(.]))/g, remedy: 'ask world.clock.now()' },
  { what: 'Date()', pattern: /(?<!new\s+)(?<![\w.$])Date\s*\(/g, remedy: 'ask world.clock.now()' },
  { what: 'performance', pattern: /(?<![.\w$])performance\s*\./g, remedy: 'ask world.clock.now(); measure in bench/' },
  { what: 'Math.random', pattern: /\bMath\s*\.\s*random\b/g, remedy: 'draw from world.random' },
  {
    what: 'random bytes',
    pattern: /\b(randomUUID|randomBytes|randomInt|randomFill(Sync)?|getRandomValues)\b/g,
    remedy: 'draw from world.random or world.ids',
  },
  {
    what: 'new keys',
    pattern: /\bgenerate(Key|KeyPair|Secret)(Sync)?\b/g,
    remedy: 'take keys from world.keys',
  },
  {
    what: 'machine timers',
    pattern: /(?<![.\w$])(setTimeout|setInterval|setImmediate)\b/g,
    remedy: 'set a timer of the world: world.timers',
  },
  { what: 'process', pattern: /(?<![.\w$])process\s*\./g, remedy: 'let cli/ read it and pass the value' },
  { what: 'import.meta', pattern: /\bimport\s*\.\s*meta\b/g, remedy: 'let cli/ read files and pass their text' },
  { what: 'sockets', pattern: /\bnew\s+(WebSocket|EventSource)\b/g, remedy: 'take a port' },
];

const globalFetch = {
  what: 'global fetch',
  /** The bare name; not a property, a key, or the name of a method. */
  pattern: /(?<![.\w$#])fetch\b(?!\s*:|\s*\([^()]*\)\s*\{)|\bglobalThis\s*\.\s*fetch\b/g,
  remedy: 'take a Fetch as a port and call that',
  /** A file that declares the name, takes it as a parameter or imports it speaks of its own. */
  bindings: [
    /\b(const|let|function)\s+fetch\b/,
    /\b(const|let)\s*\{[^{}=]*\bfetch\b[^{}=]*\}\s*=/,
    /\([^()]*\bfetch\b[^()]*\)\s*(=>|\{)/,
    /\bimport\s*\{[^}]*\bfetch\b/,
  ],
};

/** Node's modules, and packages, that reach the machine. A type-only import of them is free: nothing of it runs. */
const machineModules = new Set([
  'smtp-server',
  'smtp-server/lib/smtp-connection.js',
  ...(
    'fs fs/promises net http https http2 tls dgram dns dns/promises child_process worker_threads cluster os ' +
    'process perf_hooks timers timers/promises readline readline/promises repl tty inspector v8'
  )
    .split(' ')
    .map((name) => `node:${name}`),
]);

function suspicionsOf(file: SourceFile): Suspicion[] {
  const found: Suspicion[] = [];
  const { code } = file.running;
  const bindsFetch = globalFetch.bindings.some((binding) => binding.test(code));
  for (const { what, pattern, remedy } of bindsFetch ? ambient : [...ambient, globalFetch]) {
    for (const { index } of code.matchAll(pattern)) {
      found.push({ file: file.path, line: file.lineAt(index), what, problem: `asks the machine: ${what}`, remedy });
    }
  }
  for (const { specifier, at, isTypeOnly } of file.imports) {
    if (isTypeOnly || !machineModules.has(specifier)) continue;
    const problem = `reaches the machine: ${specifier}`;
    found.push({
      file: file.path,
      line: file.lineAt(at),
      what: specifier,
      problem,
      remedy: 'take a port, or let cli/ do it',
    });
  }
  return found;
}

function purity(tree: SourceTree, exceptions: readonly Exception[]): Finding[] {
  const suspicions = tree.code.filter(({ path }) => pureFolders.test(path)).flatMap(suspicionsOf);
  return except(suspicions, exceptions, 'the edges in purity');
}

describe('the purity law', () => {
  test('holds in the whole tree', () => {
    expect(show(purity(repositoryTree(), edges))).toEqual([]);
  });

  test.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = new Date;',
    'const now = Date();',
    'const now = performance.now();',
    'const id = crypto.randomUUID();',
    "import { randomBytes } from 'node:crypto';",
    'const pair = generateKeyPairSync(kind);',
    'crypto.getRandomValues(bytes);',
    'const dice = Math.random();',
    'setTimeout(done, 10);',
    'const tick = setInterval;',
    'const { TZ } = process.env;',
    'process.stdout.write(text);',
    "import { readFileSync } from 'node:fs';",
    "const { connect } = await import('node:net');",
    "import { spawn } from 'node:child_process';",
    "const answer = await fetch('https://example.test/');",
    "await globalThis.fetch('https://example.test/');",
    'const ports = { fetch };',
    'const here = import.meta.dirname;',
    `const s = \`at \${Date.now()}\`;`,
  ])('reports %s', (line) => {
    const found = show(purity(treeOf({ 'mocks/mailbox/folder.ts': `// why\n${line}\n` }), []));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^mocks\/mailbox\/folder\.ts:2 .+: .+/);
  });

  test.each([
    'const now = new Date(instant);',
    'const day = new Date(Date.UTC(2026, 3, 1));',
    'const text = "Date.now()"; // Math.random()',
    "import type { RequestListener } from 'node:http';",
    'type Now = typeof Date.now;',
    'await ports.fetch(url);',
    'const { fetch } = ports; await fetch(url);',
    'function ask(fetch: Fetch): void { fetch(url); }',
    'const ports = { fetch: recorded };',
    'world.timers.setTimeout(due);',
  ])('lets %s pass', (line) => {
    expect(show(purity(treeOf({ 'sim/mail/queue.ts': line }), []))).toEqual([]);
  });

  test('the command line, tools and tests of the tree may ask the machine', () => {
    const line = 'const now = Date.now();';
    expect(purity(treeOf({ 'cli/main.ts': line, 'tools/check.ts': line, 'test/tidy/a.ts': line }), [])).toEqual([]);
  });

  test('an edge lets one thing pass in one file, and a stale one is reported', () => {
    const edge: Exception = { file: 'sim/kernel/system-clock.ts', what: 'Date.now', reason: 'a test' };
    const tree = treeOf({
      'sim/kernel/system-clock.ts': 'Date.now(); Math.random();',
      'sim/mail/queue.ts': 'Date.now();',
    });
    expect(show(purity(tree, [edge]))).toEqual([
      expect.stringContaining('sim/kernel/system-clock.ts:1 asks the machine: Math.random'),
      expect.stringContaining('sim/mail/queue.ts:1 asks the machine: Date.now'),
    ]);
    expect(show(purity(treeOf({}), [edge]))).toEqual([expect.stringContaining('needs no exception for Date.now')]);
  });

  test('every edge says why', () => {
    for (const { reason } of edges) expect(reason.length).toBeGreaterThan(20);
  });
});
