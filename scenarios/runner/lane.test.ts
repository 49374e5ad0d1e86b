import { describe, expect, it } from 'vitest';
import type { Handset, MailApp } from '#drivers/handset';
import { parseScenario } from '../language/index.ts';
import { verbs } from '../steps/index.ts';
import { type Cell, planCells, replayCommand } from './cell.ts';
import { directStage } from './direct-lane.ts';
import type { Lane, LaneStage } from './lane.ts';
import { playCell } from './play-cell.ts';

function cellOf(student: string, steps: string): Cell {
  const text = `
id: X-1
title: { ja: 試し, en: Trial }
seed: 11
cast:
  school:  { use: mihon-university }
  student: { use: hanako, provider: gmail${student} }
steps:
${steps}`;
  const [cell] = planCells([parseScenario(text, 'x.yaml', verbs)]);
  if (cell === undefined) throw new TypeError('no cell');
  return cell;
}

/** Direct, but it writes down who was asked for what. */
function heardLane(heard: string[]): Lane {
  return {
    name: 'wire',
    async open(world) {
      const direct = directStage(world);
      const told = <Device extends Handset | MailApp>(name: string, device: Device): Device =>
        new Proxy(device, {
          get: (target, member) => {
            const value: unknown = Reflect.get(target, member, target);
            if (typeof value !== 'function') return value;
            return (...given: unknown[]) => {
              heard.push(`${name}.${String(member)}`);
              return value.apply(target, given);
            };
          },
        });
      const stage: LaneStage = {
        fetch: (url, request) => {
          heard.push(`fetch ${request?.method ?? 'GET'} ${new URL(url).host}`);
          return direct.fetch(url, request);
        },
        handset: (id) => told(id, direct.handset(id)),
        mailApp: (id) => told(`mail of ${id}`, direct.mailApp(id)),
        afterStep: async (index) => void heard.push(`step ${index} is over`),
        [Symbol.asyncDispose]: async () => void heard.push('closed'),
      };
      return stage;
    },
    async [Symbol.asyncDispose]() {},
  };
}

describe('a lane', () => {
  it('is how schools ask the services, and students read mail and hold their devices', async () => {
    const heard: string[] = [];
    const cell = cellOf(
      ', handset: iphone-17',
      `  - school.issues: {}
  - student.checksFolder: inbox
  - student.searchesMail: { text: オープンバッジ }
  - student.opensLink: {}
  - student.deletes: {}
  - student.restores: {}
  - expect.mail: { folder: inbox, kind: issue-notice }
`,
    );
    const { verdict } = await playCell(cell, { lane: heardLane(heard) });
    expect(verdict).toBe('passed');
    expect(heard).toEqual([
      'fetch POST issuer.openbadge.test',
      'fetch POST issuer.openbadge.test',
      'step 0 is over',
      'mail of hs_0001.look',
      'step 1 is over',
      'mail of hs_0001.search',
      'step 2 is over',
      'mail of hs_0001.openLink',
      'step 3 is over',
      'mail of hs_0001.delete',
      'step 4 is over',
      'mail of hs_0001.restore',
      'step 5 is over',
      'step 6 is over',
      'closed',
    ]);
  });

  it('is closed, and hears of the step, when a step fails', async () => {
    const heard: string[] = [];
    const cell = cellOf(', handset: iphone-17', '  - student.opensMail: {}\n');
    const { verdict, events } = await playCell(cell, { lane: heardLane(heard) });
    expect(verdict).toBe('failed');
    expect(heard.slice(-2)).toEqual(['step 0 is over', 'closed']);
    expect(events.at(-1)).toMatchObject({ data: { replay: expect.stringMatching(/--lane wire$/) } });
  });

  it('shows no mail of a student who has no phone: that is read elsewhere', async () => {
    const heard: string[] = [];
    const cell = cellOf(', handset: none', '  - school.issues: {}\n  - student.opensMail: {}\n');
    const { verdict, events } = await playCell(cell, { lane: heardLane(heard) });
    expect(verdict).toBe('passed');
    expect(heard.some((line) => line.startsWith('mail of'))).toBe(false);
    expect(events.some(({ type }) => type === 'mail.read')).toBe(true);
  });

  it('stands in the command that plays the cell again, unless it is the usual one', () => {
    const cell = cellOf('', '  - school.issues: {}\n');
    expect(replayCommand(cell, 'direct')).toBe(replayCommand(cell));
    expect(replayCommand(cell, 'emulated')).toBe(`${replayCommand(cell)} --lane emulated`);
  });
});
