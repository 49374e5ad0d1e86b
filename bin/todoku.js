#!/usr/bin/env node
// Plain ES2015 and small: an old Node must get as far as the sentence below instead of a syntax error in a .ts file.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// 24.17 is the first release of Node 24 that can save a database as bytes.
const oldest = [24, 17];
const here = dirname(fileURLToPath(import.meta.url));

function isNewEnough() {
  const version = process.versions.node.split('.').map(Number);
  return version[0] > oldest[0] || (version[0] === oldest[0] && version[1] >= oldest[1]);
}

// The Node that the project brings: a platform package, hoisted beside the project's others or above them.
function pinnedNode() {
  const kind = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const packages = [`node-${kind}`, `node-bin-${kind}`];
  for (let folder = dirname(here); ; folder = dirname(folder)) {
    for (const name of packages) {
      const path = join(folder, 'node_modules', name, 'bin', file);
      if (existsSync(path)) return path;
    }
    if (dirname(folder) === folder) return undefined;
  }
}

function sayTooOld() {
  const language = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  const needed = `${oldest.join('.')}`;
  process.stderr.write(
    language.startsWith('ja')
      ? `todoku には Node ${needed} 以降が必要です（今は ${process.version}）。npm ci を実行するか、新しい Node を入れてください。\n`
      : `todoku needs Node ${needed} or newer, and this is ${process.version}: run npm ci, or install a newer Node.\n`,
  );
  process.exitCode = 2;
}

function runAgain(node) {
  const child = spawn(node, process.argv.slice(1), {
    // The fourth is a line between the two: when this process is killed, the other one hears it break off.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: Object.assign({}, process.env, { TODOKU_NODE: node }),
  });
  // Ctrl-C reaches the whole group: the child decides how it ends, and this process only passes that on.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', sayTooOld);
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exitCode = code;
  });
}

// Nobody is left to end a server for whom a killed parent cannot speak.
function endWithParent() {
  if (!process.env.TODOKU_NODE || !process.channel) return;
  process.on('disconnect', () => process.exit(137));
  process.channel.unref();
}

// The project runs its sources; the package that npm installs holds them as JavaScript.
function commandLine() {
  const compiled = '../dist/cli/main.js';
  return existsSync(join(here, '..', 'cli', 'main.ts')) ? import('../cli/main.ts') : import(compiled);
}

if (isNewEnough()) {
  endWithParent();
  nodeModule.enableCompileCache();
  commandLine().then(({ main }) => main());
} else {
  const node = process.env.TODOKU_NODE ? undefined : pinnedNode();
  if (node) runAgain(node);
  else sayTooOld();
}
