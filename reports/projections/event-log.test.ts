import { describe, expect, it } from 'vitest';
import { passingRun } from '../sample-run.ts';
import { parseLog, printLog } from './index.ts';

describe('the event log as text', () => {
  const events = passingRun();
  const text = printLog(events);

  it('reads back what it printed', () => {
    expect(parseLog(text)).toEqual({ events, skipped: 0, isCutShort: false });
  });

  it('prints members in one order, whatever order they were made in', () => {
    const turned = events.map(({ v, seq, at, type, data }) => ({ data, type, at, seq, v }) as (typeof events)[number]);
    expect(printLog(turned)).toBe(text);
  });

  it('stays readable when it was cut in the middle of a line', () => {
    const lines = text.split('\n');
    const half = `${lines.slice(0, 4).join('\n')}\n${lines[4]?.slice(0, 20)}`;
    expect(parseLog(half)).toEqual({ events: events.slice(0, 4), skipped: 0, isCutShort: true });
  });

  it('skips types and versions that it does not know', () => {
    const strange = [
      '{"v":1,"seq":1,"at":"x","type":"mail.teleported","data":{}}',
      '{"v":2,"seq":2,"at":"x","type":"run.started","data":{}}',
      '{"v":1,"seq":3,"at":"x","type":"constructor","data":{}}',
      '7',
    ].join('\n');
    expect(parseLog(`${strange}\n${text}`)).toEqual({ events, skipped: 4, isCutShort: false });
  });

  it('throws when a whole line is broken', () => {
    expect(() => parseLog(`{"v":\n${text}`)).toThrow(SyntaxError);
    expect(() => parseLog(`${text}{"v":\n`)).toThrow(SyntaxError);
  });
});
