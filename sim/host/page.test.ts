import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Page, pageOf } from './page.ts';

const list = fc.array(fc.nat(), { maxLength: 40 });
const limits = fc.integer({ min: 1, max: 50 });

describe('a page', () => {
  it('that is all there is links to no other', () => {
    expect(pageOf([1, 2], { limit: 2, offset: 0 })).toEqual({ items: [1, 2], total: 2, links: {} });
    expect(pageOf([], { limit: 2, offset: 0 })).toEqual({ items: [], total: 0, links: {} });
  });

  it('links to the first, the last, and those beside it', () => {
    const five = [1, 2, 3, 4, 5];
    expect(pageOf(five, { limit: 2, offset: 0 }).links).toEqual({ first: 0, last: 4, next: 2 });
    expect(pageOf(five, { limit: 2, offset: 2 }).links).toEqual({ first: 0, last: 4, next: 4, prev: 0 });
    expect(pageOf(five, { limit: 2, offset: 4 }).links).toEqual({ first: 0, last: 4, prev: 2 });
    expect(pageOf(five, { limit: 2, offset: 900 })).toMatchObject({ items: [], links: { first: 0, last: 4, prev: 3 } });
  });

  it('leads by next through everything once, and ends at the last', () => {
    fc.assert(
      fc.property(list, limits, (all, limit) => {
        const seen: number[] = [];
        let offset: number | undefined = 0;
        let at = 0;
        while (offset !== undefined) {
          const page: Page<number> = pageOf(all, { limit, offset });
          seen.push(...page.items);
          expect(page.total).toBe(all.length);
          if (page.links.next === undefined && page.links.last !== undefined) expect(page.links.last).toBe(offset);
          at = offset;
          offset = page.links.next;
        }
        expect(seen).toEqual(all);
        expect(at).toBeLessThanOrEqual(Math.max(0, all.length - 1));
      }),
      { seed: 1 },
    );
  });

  it('leads by prev back to the first', () => {
    fc.assert(
      fc.property(list, limits, fc.nat(60), (all, limit, start) => {
        let offset = start;
        for (let prev = pageOf(all, { limit, offset }).links.prev; prev !== undefined; ) {
          expect(prev).toBeLessThan(offset);
          offset = prev;
          prev = pageOf(all, { limit, offset }).links.prev;
        }
        expect(all.length === 0 || offset === 0).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
