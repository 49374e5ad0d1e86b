import { availableParallelism, cpus } from 'node:os';
import { measureColdStart } from './cold-start.ts';
import { measureCredentials } from './credentials.ts';
import { measureHandsets } from './handset.ts';
import { measureJourneys } from './journeys.ts';
import { type MailFigures, measureMail } from './mail.ts';
import type { Spread } from './measure.ts';
import { measureRoster, type RosterFigures } from './rosters.ts';
import { measureServer } from './server.ts';
import { measureSnapshot } from './snapshot.ts';

/** A line of the table. */
interface Row {
  readonly figure: string;
  readonly measured: string;
  readonly peer?: string;
  readonly ratio?: string;
  readonly aim: string;
}

function printed({ median, min, max }: Spread, unit: string, digits: number): string {
  return `${median.toFixed(digits)}${unit} (${min.toFixed(digits)} … ${max.toFixed(digits)})`;
}

const figures: Readonly<Record<string, () => Promise<Row | readonly Row[]>>> = {
  async journeys() {
    const { journeys, floor, ratio } = await measureJourneys();
    return {
      figure: 'journeys a second on one core',
      measured: printed(journeys, '', 0),
      peer: `floor in node:crypto: ${printed(floor, '', 0)}`,
      ratio: printed(ratio, '', 2),
      aim: '≥ 500, ratio ≥ 0.6',
    };
  },
  snapshot: async () => ({
    figure: 'snapshot, restore, first read',
    measured: printed(await measureSnapshot(), ' ms', 2),
    aim: '≤ 1 ms',
  }),
  mail: mailRows,
  rosters: rosterRows,
  credentials: credentialRows,
  server: serverRows,
  handset: handsetRows,
  'cold-start': async () => ({
    figure: 'todoku run S-2.2-01 from cold',
    measured: printed(await measureColdStart(), ' s', 2),
    aim: '≤ 0.6 s',
  }),
};

/** Reception of 10,000 small mails over 8 pipelined connections, each server in a process of its own. */
async function mailRows(): Promise<readonly Row[]> {
  const { plain, docomo, maildev, bare } = await measureMail();
  const beside = (name: string, { perSecond, heldMb }: MailFigures): string =>
    `${name}: ${printed(perSecond, '/s', 0)}, ${printed(heldMb, ' MB', 0)}`;
  const times = (plain.perSecond.median / maildev.perSecond.median).toFixed(1);
  return [
    {
      figure: 'mails received a second, profile plain',
      measured: printed(plain.perSecond, '', 0),
      peer: beside('MailDev 3', maildev),
      ratio: times,
      aim: '≥ 4,000, ratio ≥ 4',
    },
    {
      figure: 'memory for 10,000 of them',
      measured: printed(plain.heldMb, ' MB', 0),
      peer: beside('bare smtp-server', bare),
      aim: '≤ 80 MB',
    },
    {
      figure: 'the same, profile docomo, fully authenticated',
      measured: `${printed(docomo.perSecond, '/s', 0)}, ${printed(docomo.heldMb, ' MB', 0)}`,
      aim: 'reported',
    },
  ];
}

/** Rosters issued into a world in a file; takes minutes. */
async function rosterRows(): Promise<readonly Row[]> {
  const [small, large] = [await measureRoster(10_000), await measureRoster(100_000)];
  const told = ({ rowsPerSecondOfCore, wallSeconds, peakMb }: RosterFigures): string =>
    `${rowsPerSecondOfCore.toFixed(0)}/s of a core, ${wallSeconds.toFixed(0)} s, peak ${peakMb.toFixed(0)} MB`;
  return [
    { figure: 'a roster of 10,000 imported, issued, mailed', measured: told(small), aim: 'reported' },
    {
      figure: 'one of 100,000',
      measured: told(large),
      ratio: (large.rowsPerSecondOfCore / small.rowsPerSecondOfCore).toFixed(2),
      aim: 'ratio ≥ 0.8, at most 100 MB more than 10,000',
    },
  ];
}

/** A served world under mixed requests for a minute, beside a bare Express route in the same run. */
async function serverRows(): Promise<readonly Row[]> {
  const { perSecond, p99Ms, refused, heapMb, bare } = await measureServer();
  return [
    {
      figure: 'mixed requests a second, 20 connections, 60 s',
      measured: `${perSecond.toFixed(0)}, 99 % within ${p99Ms.toFixed(0)} ms, ${refused} failed`,
      peer: `bare Express route: ${bare.toFixed(0)}`,
      ratio: (perSecond / bare).toFixed(2),
      aim: '0 failed; speed reported',
    },
    {
      figure: 'heap at 0, 15, 30, 45, 60 s of it, collected',
      measured: `${heapMb.map((mb) => mb.toFixed(0)).join(', ')} MB`,
      aim: 'flat',
    },
  ];
}

/** Handsets behind Appium, with a client, the driver and the browser on the same cores. */
async function handsetRows(): Promise<readonly Row[]> {
  const { sessionMs, clickMs, openedTogetherMs, commandsPerSecond, mbPerHandset } = await measureHandsets();
  return [
    {
      figure: 'a session with a handset, the browser warm',
      measured: printed(sessionMs, ' ms', 0),
      aim: 'median ≤ 120 ms',
    },
    { figure: 'a click that shows another screen', measured: printed(clickMs, ' ms', 0), aim: 'median ≤ 15 ms' },
    {
      figure: '8 handsets opened together',
      measured: `${(openedTogetherMs / 1_000).toFixed(2)} s`,
      aim: '≤ 0.8 s',
    },
    { figure: 'commands a second over 8 handsets', measured: commandsPerSecond.toFixed(0), aim: '≥ 350' },
    { figure: 'memory of the browser for a handset', measured: `${mbPerHandset.toFixed(0)} MB`, aim: '≤ 25 MB' },
  ];
}

/** Operations a second on one core, over one student ID. */
async function credentialRows(): Promise<readonly Row[]> {
  const found = await measureCredentials();
  return found.map(({ figure, ours, beside, aim }) => ({
    figure: `${figure} a second`,
    measured: printed(ours, '', 0),
    peer: beside.map(({ name, perSecond }) => `${name}: ${printed(perSecond, '', 0)}`).join('; '),
    ratio: beside.map(({ ratio }) => printed(ratio, '', 2)).join('; '),
    aim,
  }));
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(figures, name));
if (unknown.length > 0) {
  process.stderr.write(`No such figure: ${unknown.join(', ')}. There are: ${Object.keys(figures).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const rows: Row[] = [
    { figure: 'figure', measured: 'median (min … max)', peer: 'beside it', ratio: 'ratio', aim: 'aim' },
  ];
  for (const [name, measure] of Object.entries(figures)) {
    if (asked.length === 0 || asked.includes(name)) rows.push(...[await measure()].flat());
  }
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`;
  process.stdout.write(`${table(rows).join('\n')}\n\n${machine}\n`);
}

function table(rows: readonly Row[]): string[] {
  const cells = rows.map(({ figure, measured, peer = '', ratio = '', aim }) => [figure, measured, peer, ratio, aim]);
  const widths = cells.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)),
    [],
  );
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
