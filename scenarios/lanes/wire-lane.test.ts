import { describe, expect, it } from 'vitest';
import { findCaptures, transcriptOf } from '#mocks/mailbox';
import { parseScenario } from '../language/index.ts';
import { type Cell, type CellRun, type Lane, planCells, playCell } from '../runner/index.ts';
import { verbs } from '../steps/index.ts';
import { wireLane } from './wire-lane.ts';

function cellOf(body: string, limits = ''): Cell {
  const text = `
id: X-1
title: { ja: 試し, en: Trial }
seed: 11
${limits}cast:
  school:  { use: mihon-university }
  student: { use: hanako, provider: gmail, handset: iphone-17 }
${body}`;
  const [cell] = planCells([parseScenario(text, 'x.yaml', verbs)]);
  if (cell === undefined) throw new TypeError('no cell');
  return cell;
}

const journey = `steps:
  - school.issues: {}
  - student.installsApp: wallet
  - student.completesReceipt: {}
  - gate.scans: { verdict: accepted }
`;

const eventsOf = ({ events }: CellRun): unknown =>
  JSON.parse(JSON.stringify(events, (name, value) => (name === 'replay' ? undefined : value)));

/** The lane, with every request that it carries written down. */
function heard(lane: Lane, requests: string[]): Lane {
  return {
    ...lane,
    async open(world) {
      const stage = await lane.open(world);
      return {
        ...stage,
        fetch: (url, request) => {
          requests.push(new URL(url).host);
          return stage.fetch(url, request);
        },
      };
    },
  };
}

describe('the lane wire', () => {
  it('gives the events of the lane direct, one by one, at the same virtual instants', async () => {
    const cell = cellOf(journey);
    await using lane = wireLane();
    const requests: string[] = [];
    const wire = await playCell(cell, { lane: heard(lane, requests) });
    expect(wire.verdict).toBe('passed');
    expect(eventsOf(wire)).toEqual(eventsOf(await playCell(cell)));
    expect(new Set(requests)).toEqual(new Set(['issuer.openbadge.test', 'wallet.openbadge.test']));
  });

  it('carries the mails of the services over SMTP: the mailbox has what the client said', async () => {
    await using lane = wireLane();
    const said: string[] = [];
    await playCell(cellOf(journey), {
      lane,
      onEnd(world) {
        for (const { captured } of findCaptures(world, { after: 0 }, 10)) {
          const exchange = transcriptOf(world, captured);
          said.push(JSON.stringify(exchange));
        }
      },
    });
    expect(said).toHaveLength(2);
    for (const exchange of said) expect(exchange).toMatch(/MAIL FROM:<[^>]+> SIZE=\d+ BODY=8BITMIME/);
  });

  it('ends a run for a reason of the world, though it came up behind the socket', async () => {
    await using lane = wireLane();
    const cell = cellOf(journey, 'limits: { events: 22 }\n');
    const [direct, wire] = [await playCell(cell), await playCell(cell, { lane })];
    expect(wire.events.find(({ type }) => type === 'run.failed')).toMatchObject({ data: { code: 'event-limit' } });
    expect(eventsOf(wire)).toEqual(eventsOf(direct));
  });

  it('plays worlds side by side, each with its own sockets', async () => {
    await using lane = wireLane();
    const cell = cellOf(journey);
    const [one, other] = await Promise.all([playCell(cell, { lane }), playCell(cell, { lane })]);
    expect(eventsOf(one)).toEqual(eventsOf(other));
  });
});
