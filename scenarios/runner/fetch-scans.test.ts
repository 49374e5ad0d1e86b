import { describe, expect, it } from 'vitest';
import { folder, linksOf, mailboxOf, scannedTarget } from '#mocks/mailbox';
import type { RunEvent } from '#sim/events';
import { createWorld, type Fetch, loadWorld, type RunningWorld, saveWorld } from '#sim/kernel';
import { parseScenario } from '../language/index.ts';
import { resolveCast } from '../library/cast/index.ts';
import { type Play, stepOf, verbs } from '../steps/index.ts';
import { type Cell, planCells } from './cell.ts';
import { originOf, playCell } from './play-cell.ts';
import { modules, serveInProcess } from './services.ts';
import { setStage } from './stage.ts';

const agents = [
  'Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
];

function cellOf(linkScanner: string, steps: string): Cell {
  const text = `
id: X-1
title: { ja: 試し, en: Trial }
seed: 3
cast:
  school:  { use: mihon-university }
  student: { use: ken, provider: m365, handset: iphone-17, mailbox: { linkScanner: ${linkScanner} } }
steps:
${steps}`;
  const [cell] = planCells([parseScenario(text, 'x.yaml', verbs)]);
  if (cell === undefined) throw new TypeError('no cell');
  return cell;
}

const receipt = `
  - school.issues: { credential: student-id }
  - student.completesReceipt: { password: Mihon2026! }
  - expect.screen: { app: wallet, screen: student-id }
  - expect.issuer: { credentials: { claimed: 1 } }
  - gate.scans: { verdict: accepted }
`;

const fetched = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'mail.link-fetched' ? [event.data] : []));

/** Rows of all that the system is made of: what a request left behind would show here. */
async function unchanged(world: RunningWorld, fetch: Fetch, link: string): Promise<number[]> {
  const before = Buffer.from(world.serialize());
  const answers: number[] = [];
  for (const agent of agents) {
    for (const method of ['HEAD', 'GET']) {
      answers.push((await fetch(link, { method, headers: { 'user-agent': agent } })).status);
    }
  }
  expect(Buffer.compare(before, Buffer.from(world.serialize()))).toBe(0);
  return answers;
}

async function playSteps(play: Play, steps: readonly (readonly [verb: string, value: unknown])[]): Promise<void> {
  for (const [verb, value] of steps) {
    await stepOf(verb).run(play, value);
    await play.world.advance(10_000);
  }
}

describe('a link scanner that fetches', () => {
  it.each(['scan', 'rewrite'])(
    '(%s) opens the links of both mails before the student, who receives all the same',
    async (linkScanner) => {
      const run = await playCell(cellOf(linkScanner, receipt));
      expect(run.events.filter(({ type }) => type === 'check.failed' || type === 'run.failed')).toEqual([]);
      const all = fetched(run.events);
      // The mails name the support page too, which no world has.
      expect(all.filter(({ host }) => host === 'support.openbadge.net').map(({ status }) => status)).toEqual(
        Array.from({ length: 8 }),
      );
      const requests = all.filter(({ host }) => host === 'wallet.openbadge.test');
      expect(requests.map(({ captured, method }) => `${captured} ${method}`)).toEqual([
        'cap_0001 HEAD',
        'cap_0001 GET',
        'cap_0001 HEAD',
        'cap_0001 GET',
        'cap_0002 HEAD',
        'cap_0002 GET',
        'cap_0002 HEAD',
        'cap_0002 GET',
      ]);
      const at = (type: string): number => run.events.findIndex((event) => event.type === type);
      expect(at('mail.link-fetched')).toBeLessThan(at('mail.read'));
      // The link of the issue notice is for phones; that of the activation shows its button to everyone.
      expect(requests.map(({ status }) => status)).toEqual([403, 403, 403, 403, 200, 200, 200, 200]);
    },
  );

  it('is nobody’s errand where no scanner is on', async () => {
    expect(fetched((await playCell(cellOf('off', receipt))).events)).toEqual([]);
  });

  it('changes no row of the system, whichever link and device it is (I10)', async () => {
    const cell = cellOf('off', '  - clock.advance: 1s\n');
    using world = createWorld(originOf(cell), modules);
    const play = await setStage(world, resolveCast(cell.scenario, cell.row));
    await playSteps(play, [
      ['school.issues', {}],
      ['student.opensLink', {}],
      ['student.agrees', {}],
    ]);
    const { mailbox = '' } = mailboxOf(world, play.student().address) ?? {};
    const linkOf = (kind: string): string => {
      const mail = folder(world, mailbox, 'inbox').find((one) => one.kind === kind);
      return linksOf(world, mail?.captured ?? '').find((link) => link.startsWith('https://wallet.')) ?? '';
    };
    expect(await unchanged(world, play.fetch, linkOf('issue-notice'))).toEqual([200, 200, 403, 403]);
    await playSteps(play, [['student.registers', {}]]);
    expect(await unchanged(world, play.fetch, linkOf('activation'))).toEqual([200, 200, 200, 200]);
    await playSteps(play, [['student.activates', {}]]);
    await play.fetch('https://wallet.openbadge.test/password-resets', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address: play.student().address }),
    });
    await world.advance(10_000);
    expect(await unchanged(world, play.fetch, linkOf('password-reset'))).toEqual([200, 200, 200, 200]);
  });

  it('leaves a world that its journal alone brings back', async () => {
    const cell = cellOf('rewrite', '  - clock.advance: 1s\n');
    using world = createWorld(originOf(cell), modules);
    const play = await setStage(world, resolveCast(cell.scenario, cell.row));
    await playSteps(play, [['school.issues', {}]]);
    using again = await loadWorld(saveWorld(world), modules);
    expect(again.log.after(0)).toEqual(world.log.after(0));
    expect(world.log.after(0).map(({ type }) => type)).toContain('mail.link-fetched');
  });
});

describe('a rewritten link', () => {
  it('leads to the page of the real one, in the browser even where the app is installed', async () => {
    const cell = cellOf('rewrite', '  - clock.advance: 1s\n');
    using world = createWorld(originOf(cell), modules);
    const play = await setStage(world, resolveCast(cell.scenario, cell.row));
    await playSteps(play, [['school.issues', {}]]);
    const { mailbox = '' } = mailboxOf(world, play.student().address) ?? {};
    const [mail] = folder(world, mailbox, 'inbox');
    const shown = linksOf(world, mail?.captured ?? '').find((link) => link.includes('receive')) ?? '';
    expect(new URL(shown).host).toBe('jpn01.safelinks.protection.outlook.com');
    const handset = play.student().handset();
    await handset.installApp('wallet');
    const direct = await handset.openLink(scannedTarget(shown));
    expect(direct).toMatchObject({ app: 'wallet', screen: 'terms' });
    expect(await handset.openLink(shown)).toEqual({ ...direct, app: 'browser' });
    await handset.setNetwork('off');
    expect(await handset.openLink(shown)).toMatchObject({ app: 'browser', screen: 'site-unreachable' });
  });

  it('that leads elsewhere ends nowhere', async () => {
    const cell = cellOf('rewrite', '  - clock.advance: 1s\n');
    using world = createWorld(originOf(cell), modules);
    const play = await setStage(world, resolveCast(cell.scenario, cell.row));
    const site = 'https://jpn01.safelinks.protection.outlook.com/?url=';
    for (const target of ['https://wallet.example/x', 'javascript:1', `${site}${encodeURIComponent(site)}`]) {
      const screen = await play
        .student()
        .handset()
        .openLink(`${site}${encodeURIComponent(target)}`);
      expect(screen).toMatchObject({ app: 'browser', screen: 'site-unreachable' });
    }
    await expect(serveInProcess(world)('https://www.example.com/')).rejects.toThrow('nothing answers');
  });
});
