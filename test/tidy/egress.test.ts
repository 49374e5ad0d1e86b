import { describe, expect, test } from 'vitest';
import { type Exception, except, type Finding, type Suspicion, show } from './finding.ts';
import { packageOf } from './imports.ts';
import { isTest, repositoryTree, type SourceFile, type SourceTree, treeOf } from './source-tree.ts';

/** The files that may open a connection outward, each for one thing and a reason. */
const waysOut: readonly Exception[] = [
  ...(['node:net connect', 'node:tls connect', 'node:dns/promises lookup'] as const).map((what) => ({
    file: 'sim/egress/egress.ts',
    what,
    reason: 'the one way out of the machine: named hosts alone, at the address that was found first',
  })),
  ...(['node:http request', 'node:https request'] as const).map((what) => ({
    file: 'sim/egress/egress-fetch.ts',
    what,
    reason: 'HTTP over connections of the egress; no agent that would open others',
  })),
  {
    file: 'mocks/external-capture/mailhog-source.ts',
    what: 'mailhog',
    reason: 'the client hands its options on to http.request, among them the connection: one of the egress',
  },
  {
    file: 'mocks/external-capture/mailpit-client.ts',
    what: 'mailpit-api',
    reason: 'the one method that would ask the global fetch is answered by the egress',
  },
  {
    file: 'drivers/emulator/phone/gateway.ts',
    what: 'node:http request',
    reason: 'HTTP over connections of the egress, as a phone’s pages ask; no agent that would open others',
  },
  {
    file: 'drivers/appium/handset-session.ts',
    what: 'webdriverio',
    reason:
      'the client connects to loopback alone: an Appium server elsewhere is reached by a relay through the egress',
  },
  {
    file: 'mocks/handlers/browser/index.ts',
    what: 'global fetch',
    reason: 'runs in a browser, where it forwards to the server that its user named',
  },
  {
    file: 'mocks/loopback/connection.ts',
    what: 'node:tls TLSSocket',
    reason: 'the server’s side of STARTTLS: it wraps a connection that came in, and opens none',
  },
  {
    file: 'sim/app/ui/wallet-client.ts',
    what: 'global fetch',
    reason: 'runs in the browser, where its policy lets it ask the page’s own origin and no other',
  },
  {
    file: 'drivers/emulator/ui/system/system-api.ts',
    what: 'global fetch',
    reason: 'runs in the browser, where it asks the phone behind the page; the driver answers it, no network does',
  },
  {
    file: 'mocks/mail-app/ui/mail-api.ts',
    what: 'global fetch',
    reason: 'runs in the browser, where its policy lets it ask the page’s own origin and no other',
  },
  {
    file: 'cli/serve/worlds-fixture.ts',
    what: 'global fetch',
    reason: 'what tests ask served worlds with; always those of loopback that they started',
  },
  {
    file: 'mocks/smtp/smtp-fixture.ts',
    what: 'node:net connect',
    reason: 'what tests and benches speak SMTP with, byte by byte; always to loopback',
  },
];

/** What each of Node's modules has that opens nothing outward. */
const harmless: Readonly<Record<string, readonly string[]>> = {
  'node:net': ['createServer', 'isIP', 'isIPv4', 'isIPv6', 'BlockList'],
  'node:tls': ['createServer', 'createSecureContext'],
  'node:http': ['createServer', 'IncomingMessage', 'ServerResponse'],
  'node:https': ['createServer'],
  'node:http2': [],
  'node:dns': [],
  'node:dns/promises': [],
  'node:dgram': [],
};

/** Packages that connect by themselves. */
const connecting = new Set(
  'mailhog mailpit-api nodemailer imapflow node-pop3 undici axios node-fetch got ws webdriverio pg graphile-worker'.split(
    ' ',
  ),
);

/** A name of the global scope; not a property, a key, or the name of a method. */
const globals =
  /(?<![.\w$#])(fetch|WebSocket|EventSource|XMLHttpRequest)\b(?=\s*\()(?!\s*\([^()]*\)\s*(?::[^{;=]*)?\{)/g;

/** Modules that no import names. */
const hidden = /\bprocess\s*\.\s*(getBuiltinModule|binding|_linkedBinding)\b/g;

/** A file that declares `fetch`, takes it as a parameter or imports it speaks of its own. */
const ownFetch =
  /\b(const|let|function)\s+fetch\b|\b(const|let)\s*\{[^{}=]*\bfetch\b[^{}=]*\}\s*=|\bimport\s*\{[^}]*\bfetch\b|\([^()]*\bfetch\b[^()]*\)\s*(=>|\{)/;

function suspicionsOf(file: SourceFile): Suspicion[] {
  const found: Suspicion[] = [];
  const add = (at: number, what: string): void => {
    found.push({
      file: file.path,
      line: file.lineAt(at),
      what,
      problem: `may connect outward: ${what}`,
      remedy: 'take an Egress, or its fetch, as a port',
    });
  };
  const { code } = file.running;
  for (const { specifier, at, isTypeOnly } of file.imports) {
    if (isTypeOnly) continue;
    const known = harmless[specifier];
    for (const name of known === undefined ? [] : namesBefore(code, at)) {
      if (!known?.includes(name)) add(at, `${specifier} ${name}`);
    }
    if (connecting.has(packageOf(specifier))) add(at, packageOf(specifier));
  }
  for (const match of code.matchAll(hidden)) add(match.index, `process.${match[1]}`);
  for (const match of code.matchAll(globals)) {
    if (match[1] !== 'fetch' || !ownFetch.test(code)) add(match.index, `global ${match[1]}`);
  }
  return found;
}

/** The names that an import takes, types left out; `*` for all of them, however they are taken. */
function namesBefore(code: string, at: number): string[] {
  const statement = code.slice(Math.max(code.lastIndexOf('import', at), code.lastIndexOf('export', at)), at);
  const braces = /^import\s*\{([^}]*)\}\s*from/.exec(statement)?.[1];
  if (braces === undefined) return ['*'];
  return braces
    .split(',')
    .map((one) => one.trim().split(/\s+as\s+/)[0] ?? '')
    .filter((name) => name !== '');
}

function egressLaw(tree: SourceTree, exceptions: readonly Exception[]): Finding[] {
  const ours = tree.code.filter(({ path }) => !isTest(path) && !path.startsWith('bench/'));
  return except(ours.flatMap(suspicionsOf), exceptions, 'the ways out in egress');
}

describe('the egress law', () => {
  test('holds in the whole tree', () => {
    expect(show(egressLaw(repositoryTree(), waysOut))).toEqual([]);
  });

  test.each([
    "import { connect } from 'node:net';",
    "import { createConnection as c } from 'node:net';",
    "import { Socket } from 'node:net';",
    "import * as net from 'node:net';",
    "import net from 'node:net';",
    "export * from 'node:net';",
    "const { connect } = await import('node:net');",
    "const net = require('node:net');",
    "import { request } from 'node:http';",
    "import { get } from 'node:https';",
    "import { Agent } from 'node:http';",
    "import { lookup } from 'node:dns';",
    "import { createSocket } from 'node:dgram';",
    "import { connect } from 'node:http2';",
    "import { createTransport } from 'nodemailer';",
    "const answer = await fetch('https://example.test/');",
    "const socket = new WebSocket('ws://example.test/');",
    "const net = process.getBuiltinModule('node:net');",
    "const wrap = process.binding('tcp_wrap');",
  ])('reports %s', (line) => {
    for (const path of ['mocks/mailbox/folder.ts', 'cli/main.ts', 'bin/todoku.js', 'tools/check.ts']) {
      const found = show(egressLaw(treeOf({ [path]: `// why\n${line}\n` }), []));
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(`${path}:2 may connect outward`);
    }
  });

  test.each([
    "import { createServer, type Socket } from 'node:net';",
    "import type { Socket } from 'node:net';",
    "import { createServer, IncomingMessage, ServerResponse } from 'node:http';",
    'const answer = await ports.fetch(url);',
    'function ask(fetch: Fetch): void { fetch(url); }',
    'const { fetch } = ports; await fetch(url);',
    'const client = { async fetch(url) { return url; } };',
    "const s = 'fetch(url)'; // fetch(url)",
  ])('lets %s pass', (line) => {
    expect(show(egressLaw(treeOf({ 'mocks/mailbox/folder.ts': line }), []))).toEqual([]);
  });

  test('tests and benches may ask the servers on loopback that they start', () => {
    const line = "await fetch('http://127.0.0.1/');";
    expect(
      egressLaw(treeOf({ 'mocks/a.test.ts': line, 'test/end-to-end/a.ts': line, 'bench/a.ts': line }), []),
    ).toEqual([]);
  });

  test('every way out says why', () => {
    for (const { reason } of waysOut) expect(reason.length).toBeGreaterThan(20);
  });
});
