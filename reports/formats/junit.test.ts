import { describe, expect, it } from 'vitest';
import type { RunEvent } from '#sim/events';
import { sampleEvents } from '../sample-events.ts';
import { failingRun, passingRun } from '../sample-run.ts';
import { renderJunit } from './index.ts';

/** Checks what https://www.w3.org/TR/xml/#sec-well-formed asks for, as far as our writer goes; returns the element names. */
function wellFormed(xml: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
  const open: string[] = [];
  const names: string[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  for (const piece of body.split(/(<[^>]*>)/)) {
    const tag = piece.match(/^<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>$/);
    if (tag === null) {
      expect(piece).not.toMatch(/<|\]\]>/);
      if (open.length === 0) expect(piece.trim()).toBe('');
    } else if (tag[1] === '/') expect(open.pop()).toBe(tag[2]);
    else {
      names.push(tag[2] ?? '');
      if (tag[4] !== '/') open.push(tag[2] ?? '');
    }
    expect(piece.replace(/&(?:amp|lt|gt|quot|#9|#13);/g, '')).not.toContain('&');
  }
  expect(open).toEqual([]);
  return names;
}

describe('renderJunit', () => {
  const xml = renderJunit([passingRun(), failingRun(), passingRun('gmail').slice(0, 15)], { language: 'ja' });

  it('is the file that was reviewed', async () => {
    await expect(xml).toMatchFileSnapshot('./junit.golden.xml');
  });

  it('has one suite a scenario and one case a cell', () => {
    const names = wellFormed(xml);
    expect(names.filter((name) => name === 'testsuite')).toHaveLength(1);
    expect(names.filter((name) => name === 'testcase')).toHaveLength(3);
    expect(xml).toContain('tests="3" failures="1" errors="1" skipped="0"');
  });

  it('gives virtual seconds as a property, and no time that a CI server would take for its own', () => {
    expect(xml).toContain('<property name="virtual-seconds" value="730.000"/>');
    expect(xml).not.toMatch(/ time=/);
  });

  it('says in a failure what was expected, what there was and how to see it again', () => {
    const failure = xml.match(/<failure message="([^"]*)"[^>]*>([^<]*)</);
    expect(failure?.[1]).toContain('手順4: 期待: 迷惑メールフォルダに発行のお知らせメールが届いている／実際: 0通');
    expect(failure?.[2]).toContain('再現: npx todoku run S-2.2-01 --seed 2201 --cell provider=softbank');
  });

  it('speaks English too', () => {
    const english = renderJunit([failingRun()], { language: 'en' });
    wellFormed(english);
    expect(english).toContain('Step 4: expected: In the junk folder there is the issue notice / actual: there were 0');
    expect(english).toContain('Replay: npx todoku run');
  });

  it('stays well-formed whatever the texts hold', () => {
    const hostile = 'a]]>b</system-out><x y="\'&\u0000\u0008\u000b\u001b[31m\ud800\ufffe\t\r\n&amp;';
    const events = sampleEvents(() => hostile);
    const isFirst = ({ type }: RunEvent): boolean => type === 'run.started' || type === 'step.started';
    wellFormed(
      renderJunit([[...events.filter(isFirst), ...events.filter((event) => !isFirst(event))]], { language: 'en' }),
    );
    wellFormed(renderJunit([], { language: 'ja' }));
  });
});
