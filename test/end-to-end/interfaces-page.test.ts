import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ended, startServing } from '../crash/served-process.ts';
import { isInstalled } from './mail-programs-fixture.ts';
import type { WorldAddress } from './served-system-fixture.ts';

const has = { curl: await isInstalled('curl'), bash: await isInstalled('bash') };
const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'interfaces.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'todoku-interfaces-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The shell lines of the page that can be run, with what a reader puts in. */
function walkOf({ issuer, wallet, verifier, api, token, schools }: WorldAddress): string {
  const blocks = [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, lines]) => lines ?? '');
  const walk = blocks.filter((lines) => lines.includes('curl ')).join('\n');
  return walk
    .replace(/^I=.*$/m, `I=${issuer} W=${wallet} V=${verifier} M=${new URL(api).origin}`)
    .replace(/^SCHOOL=…/m, `SCHOOL=${schools[0]?.token}`)
    .replace(/^HARNESS=…/m, `HARNESS=${token}`)
    .replaceAll(/^curl /gm, 'curl --silent --show-error --write-out "\\n" ');
}

describe.skipIf(!has.curl || !has.bash)(
  'docs/interfaces.md (skipped without curl and bash)',
  { timeout: 180_000 },
  () => {
    it('leads from the roster to the verification, line by line', async () => {
      const { child, address } = await startServing(join(folder, 'worlds'));
      const { stdout, stderr } = spawnSync('bash', ['-eu'], {
        cwd: folder,
        encoding: 'utf8',
        input: walkOf(address as WorldAddress),
        env: { ...process.env, PATH: `${join(process.execPath, '..')}:${process.env.PATH}` },
      });
      expect(await ended(child, 'SIGTERM')).toBe('0');
      expect(stderr).toBe('');
      const answers = stdout
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map(
          (line) => JSON.parse(line) as { readonly code?: string; readonly verdict?: string; readonly state?: string },
        );
      expect(answers.filter(({ code }) => code !== undefined)).toEqual([]);
      expect(answers.flatMap(({ verdict }) => verdict ?? [])).toEqual(['accepted', 'refused']);
      expect(answers.flatMap(({ state }) => state ?? [])).toEqual(['pending', 'active', 'revoked']);
    });
  },
);
