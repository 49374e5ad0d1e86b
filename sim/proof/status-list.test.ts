import { gzipSync } from 'node:zlib';
import { BitstringStatusList } from '@digitalbazaar/vc-bitstring-status-list';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeStatusList, encodeStatusList, isStatusSet, statusEntriesMin } from './status-list.ts';

const indices = fc.uniqueArray(fc.integer({ min: 0, max: statusEntriesMin - 1 }), { maxLength: 40 });
const wrapped = (bits: Uint8Array): string => `u${gzipSync(bits).toString('base64url')}`;

describe('a status list', () => {
  it('says of every entry whether it was set', () => {
    fc.assert(
      fc.property(indices, (set) => {
        const bits = decodeStatusList(encodeStatusList(set));
        const found = Array.from({ length: statusEntriesMin }, (_, index) => index).filter((index) =>
          isStatusSet(bits, index),
        );
        expect(found).toEqual([...set].sort((a, b) => a - b));
      }),
      { seed: 1, numRuns: 10 },
    );
  });

  it('is the same text on every machine, whatever the order', () => {
    expect(encodeStatusList([])).toMatchInlineSnapshot(
      `"uH4sIAAAAAAAC_-3BMQEAAADCIPunXgwfYAAAAAAAAAAAAAAAAAAAAMBdhtJUqwBAAAA"`,
    );
    expect(encodeStatusList([0, 7, 8, 65_535, 131_071])).toMatchInlineSnapshot(
      `"uH4sIAAAAAAAC_-3BAQ0AAAgDoL-5NjeHG7ATAAAAAAAAAOC3BgAAAAAAAAD4rgfbUpjYAEAAAA"`,
    );
    expect(encodeStatusList([131_071, 8, 0, 65_535, 7])).toBe(encodeStatusList([0, 7, 8, 65_535, 131_071]));
  });

  it('puts entry 0 at the leftmost bit', () => {
    const bits = decodeStatusList(encodeStatusList([0, 10]));
    expect([bits[0], bits[1]]).toEqual([0b1000_0000, 0b0010_0000]);
  });

  it('is read by the library of Digital Bazaar, entry by entry', async () => {
    await fc.assert(
      fc.asyncProperty(indices, async (set) => {
        const theirs = await BitstringStatusList.decode({ encodedList: encodeStatusList(set) });
        expect(theirs.length).toBe(statusEntriesMin);
        for (const index of [...set, ...set.map((one) => (one + 1) % statusEntriesMin)]) {
          expect(theirs.getStatus(index)).toBe(set.includes(index));
        }
      }),
      { seed: 1, numRuns: 10 },
    );
  });

  it('reads what the library of Digital Bazaar wrote', async () => {
    const theirs = new BitstringStatusList({ length: 2 * statusEntriesMin });
    for (const index of [0, 7, 4_711, 2 * statusEntriesMin - 1]) theirs.setStatus(index, true);
    const bits = decodeStatusList(await theirs.encode());
    expect(bits).toHaveLength((2 * statusEntriesMin) / 8);
    expect([0, 1, 7, 4_711, 4_712, 2 * statusEntriesMin - 1].map((index) => isStatusSet(bits, index))).toEqual([
      true,
      false,
      true,
      true,
      false,
      true,
    ]);
  });

  it('takes the list of the specification as it stands there', () => {
    // https://www.w3.org/TR/vc-bitstring-status-list/ , example of a BitstringStatusListCredential
    const bits = decodeStatusList('uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA');
    expect(bits.length * 8).toBe(statusEntriesMin);
    expect(bits.every((byte) => byte === 0)).toBe(true);
  });

  it('refuses to set what it does not have', () => {
    for (const index of [-1, statusEntriesMin, 0.5, Number.NaN]) {
      expect(() => encodeStatusList([index])).toThrow(RangeError);
    }
  });

  it.each([
    ['no text', 7, 'status-list-encoding'],
    ['nothing', '', 'status-list-encoding'],
    ['another multibase', `z${encodeStatusList([]).slice(1)}`, 'status-list-encoding'],
    ['padding', `${encodeStatusList([])}=`, 'status-list-encoding'],
    ['plain base64', 'uH4sIAA+/AAAA', 'status-list-encoding'],
    ['no gzip', `u${Buffer.alloc(40, 1).toString('base64url')}`, 'status-list-encoding'],
    ['a cut end', encodeStatusList([3]).slice(0, 30), 'status-list-encoding'],
    ['a list too short to hide in', wrapped(Buffer.alloc(16_383)), 'status-list-short'],
    ['an empty list', wrapped(Buffer.alloc(0)), 'status-list-short'],
    ['a bomb', wrapped(Buffer.alloc(64 * 1_024 * 1_024)), 'status-list-too-large'],
    ['text without end', 'u'.repeat(4_000_000), 'status-list-too-large'],
  ])('refuses %s', (_, encodedList, code) => {
    expect(() => decodeStatusList(encodedList)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses whatever else somebody sends in its place with a code', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.string().map((text) => `u${text}`),
        ),
        (hostile) => {
          expect(() => decodeStatusList(hostile)).toThrow(
            expect.objectContaining({ code: expect.stringMatching(/^status-list-/) }),
          );
        },
      ),
      { seed: 1 },
    );
  });

  it('has no entry past its end', () => {
    const bits = decodeStatusList(encodeStatusList([]));
    for (const index of [-1, statusEntriesMin, 0.5, 2 ** 60, Number.NaN]) {
      expect(() => isStatusSet(bits, index)).toThrow(expect.objectContaining({ code: 'status-index' }));
    }
  });
});
