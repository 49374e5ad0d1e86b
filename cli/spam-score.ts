import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Terminal } from './terminal.ts';

/** What SpamAssassin says of a mail; `missing` without its client, `silent` when the client gets no answer. */
export type SpamScore =
  | { readonly state: 'missing' | 'silent' }
  | { readonly state: 'told'; readonly score: number; readonly threshold: number };

/** How long the client may take: seconds. */
const patienceSeconds = 20;

/**
 * Asks SpamAssassin by its client `spamc`, which speaks to a `spamd` on this machine. Nobody needs it: where it is not
 * there, or does not answer, that is said and nothing else changes.
 */
export function spamScore(mail: Buffer, { environment }: Pick<Terminal, 'environment'>): Promise<SpamScore> {
  const program = programOnPath('spamc', environment.PATH ?? '');
  if (program === undefined) return Promise.resolve({ state: 'missing' });
  return new Promise((resolve) => {
    // https://spamassassin.apache.org/full/4.0.x/doc/spamc.html : -R reports, -x fails instead of letting the mail pass.
    const patience = ['-t', String(patienceSeconds), '--connect-retries=1', '--retry-sleep=1'];
    const client = spawn(program, ['-R', '-x', ...patience], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: (patienceSeconds + 5) * 1_000,
    });
    let report = '';
    client.stdout.setEncoding('utf8').on('data', (text: string) => {
      report += text;
    });
    client.on('error', () => resolve({ state: 'silent' }));
    client.on('close', () => resolve(scoreIn(report)));
    // A client that gave up before it read all is told of by its silence.
    client.stdin.on('error', () => undefined);
    client.stdin.end(mail);
  });
}

/** The report begins with `score/threshold`; `0/0` is what the client says when nobody answered it. */
export function scoreIn(report: string): SpamScore {
  const found = /^(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)\s*$/m.exec(report);
  if (found === null || (found[1] === '0' && found[2] === '0')) return { state: 'silent' };
  return { state: 'told', score: Number(found[1]), threshold: Number(found[2]) };
}

function programOnPath(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
