import { describe, expect, it } from 'vitest';
import type { RunEvent } from '#sim/events';
import { picturedRun } from '../pictured-run-fixture.ts';
import { passingRun } from '../sample-run.ts';
import { type CellFiles, renderHtml } from './index.ts';

const { events } = picturedRun();
const beside: CellFiles = (run, name) => {
  if (run !== 1) return undefined;
  return { url: `cells/screens/${name}`, ...(name.endsWith('.png') && { width: 90, height: 195 }) };
};
const page = renderHtml([passingRun(), events], { language: 'ja', files: beside });
const board = page.slice(page.indexOf('<ol class="board">'), page.indexOf('</ol>', page.indexOf('<ol class="board">')));

function policyOf(html: string): string {
  return html.match(/Content-Security-Policy" content="([^"]*)"/)?.[1]?.replaceAll('&#39;', "'") ?? '';
}

describe('the storyboard of a report', () => {
  it('is the one that was reviewed', async () => {
    await expect(`${board}</ol>\n`).toMatchFileSnapshot('./storyboard.golden.html');
  });

  it('stands in the cells that have pictures, and in no other', () => {
    expect(page.match(/<ol class="board">/g)).toHaveLength(1);
    expect(page.indexOf('<ol class="board">')).toBeGreaterThan(page.indexOf('id="cell-2"'));
  });

  it('loads pictures when they come into view, from beside the page, and says what is on them in both languages', () => {
    const images = [...board.matchAll(/<img [^>]*>/g)].map(([image]) => image);
    expect(images).toHaveLength(4);
    for (const image of images) {
      expect(image).toMatch(
        /^<img src="cells\/screens\/[^"]+" alt="[^"]+ \/ [^"]+" loading="lazy" decoding="async" width="90" height="195">$/,
      );
    }
    expect(images[2]).toContain('alt="学生証（LecoSアプリ） / Student ID (LecoS app)"');
    expect(policyOf(page)).toContain("; img-src 'self' file:; ");
  });

  it('leads from a picture to its step and back', () => {
    const targets = [...page.matchAll(/href="#(cell-2-(?:step|shot)-\d+)"/g)].map(([, target]) => target);
    expect(new Set(targets).size).toBe(4 + 4);
    for (const target of targets) expect(page.match(new RegExp(` id="${target}"`, 'g')), target).toHaveLength(1);
    expect(board).toContain('href="#cell-2-step-7">7–8</a>');
  });

  it('embeds pictures in a page that stands alone', () => {
    const alone = renderHtml([events], { language: 'en', files: () => ({ url: 'data:image/png;base64,AA==' }) });
    expect(policyOf(alone)).toContain('; img-src data:; ');
    expect(policyOf(alone)).not.toContain('file:');
    expect(alone).toContain('This file stands alone');
  });

  it('says that a picture was not kept, and then loads none', () => {
    const without = renderHtml([events], { language: 'en' });
    expect(without.match(/This picture was not kept/g)).toHaveLength(4);
    expect(without).not.toContain('<img');
    expect(policyOf(without)).not.toContain('img-src');
  });

  it('lets no name become markup', () => {
    const hostile = '"><img src=x onerror=alert(1)>';
    const attacked = events.map((event) =>
      event.type === 'screen.captured'
        ? ({ ...event, data: { ...event.data, screen: hostile, app: hostile } } as RunEvent)
        : event,
    );
    const html = renderHtml([attacked], { language: 'ja', files: () => ({ url: `x${hostile}` }) });
    expect(html).not.toContain('<img src=x');
    expect(html.match(/<img /g)).toHaveLength(4);
  });
});
