import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../kernel/index.ts';
import { encodeStatusList, statusEntriesMin } from '../proof/index.ts';
import { isEntrySet, readStatusList, statusEntriesOf } from './status-list.ts';

const issuer = 'https://issuer.example/schools/a';
const id = `${issuer}/status-lists/1/revocation`;
const entry = {
  id: `${id}#17`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '17',
  statusListCredential: id,
};
const subject = {
  id: `${id}#list`,
  type: 'BitstringStatusList',
  statusPurpose: 'revocation',
  encodedList: encodeStatusList([17]),
  ttl: 300_000,
};
const list = {
  id,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer,
  validFrom: '2026-04-01T09:00:00.000+09:00',
  validUntil: '2026-04-03T00:00:00.000+09:00',
  credentialSubject: subject,
};
const at = (text: string) => parseInstant(text) ?? Number.NaN;
const expected = { id, issuers: [issuer], purpose: 'revocation', now: at('2026-04-02T09:00:00+09:00') };
const coded = (code: string, parameters?: object) =>
  expect.objectContaining({ code, ...(parameters && { parameters }) });

describe('the status entry of a credential', () => {
  it('names list, purpose and index', () => {
    expect(statusEntriesOf({ credentialStatus: entry })).toEqual([{ purpose: 'revocation', index: 17, list: id }]);
  });

  it('may stand beside others, and beside kinds that are not of bitstrings', () => {
    const suspension = { ...entry, statusPurpose: 'suspension' };
    const other = { type: '1EdTechRevocationList', id: 'https://issuer.example/revoked' };
    const purposes = statusEntriesOf({ credentialStatus: [entry, other, suspension] }).map(({ purpose }) => purpose);
    expect(purposes).toEqual(['revocation', 'suspension']);
    expect(statusEntriesOf({})).toEqual([]);
  });

  it.each([
    ['type', 'revoked'],
    ['statusPurpose', { ...entry, statusPurpose: ['revocation'] }],
    ['statusListIndex', { ...entry, statusListIndex: 17 }],
    ['statusListIndex', { ...entry, statusListIndex: '-1' }],
    ['statusListIndex', { ...entry, statusListIndex: '0x11' }],
    ['statusListIndex', { ...entry, statusListIndex: '9'.repeat(17) }],
    ['statusListCredential', { ...entry, statusListCredential: 'not a url' }],
    ['id', { ...entry, id: entry.statusListCredential }],
    ['statusSize', { ...entry, statusSize: 2 }],
  ])('is refused for its %s', (member, credentialStatus) => {
    expect(() => statusEntriesOf({ credentialStatus })).toThrow(coded('status-entry', { member }));
  });
});

describe('a status list', () => {
  it('is read with its time to live and its end', () => {
    expect(readStatusList(list, expected)).toEqual({
      purposes: ['revocation'],
      encodedList: subject.encodedList,
      ttlMs: 300_000,
      validUntil: at('2026-04-03T00:00:00+09:00'),
    });
  });

  it('tells of each entry whether it is set', () => {
    const read = readStatusList(list, expected);
    expect([16, 17, 18].map((index) => isEntrySet(read, { index }))).toEqual([false, true, false]);
    expect(() => isEntrySet(read, { index: statusEntriesMin })).toThrow(coded('status-index'));
  });

  it('may serve several purposes, be without an id, and name its issuer as an object', () => {
    const { id: _, ...unnamed } = list;
    const both = {
      ...unnamed,
      issuer: { id: issuer },
      credentialSubject: { ...subject, statusPurpose: ['x', 'revocation'] },
    };
    expect(readStatusList(both, expected).purposes).toEqual(['x', 'revocation']);
  });

  it.each([
    ['type', { ...list, type: ['VerifiableCredential'] }],
    ['id', { ...list, id: `${issuer}/status-lists/2/revocation` }],
    ['issuer', { ...list, issuer: 'https://issuer.example/schools/b' }],
    ['issuer', { ...list, issuer: { id: 'https://issuer.example/schools/b' } }],
    ['issuer', { ...list, issuer: undefined }],
    ['validFrom', { ...list, validFrom: 'yesterday' }],
    ['validUntil', { ...list, validUntil: 4 }],
    ['credentialSubject', { ...list, credentialSubject: [subject] }],
    ['credentialSubject', { ...list, credentialSubject: { ...subject, type: 'List' } }],
    ['credentialSubject.statusPurpose', { ...list, credentialSubject: { ...subject, statusPurpose: 'suspension' } }],
    ['credentialSubject.statusSize', { ...list, credentialSubject: { ...subject, statusSize: 4 } }],
    ['credentialSubject.ttl', { ...list, credentialSubject: { ...subject, ttl: '300000' } }],
  ])('is refused for its %s', (member, other) => {
    expect(() => readStatusList(other, expected)).toThrow(coded('status-list-invalid', { member }));
  });

  it('counts from the first to before the last millisecond of its time', () => {
    const readAt = (text: string) => readStatusList(list, { ...expected, now: at(text) });
    expect(() => readAt('2026-04-01T08:59:59.999+09:00')).toThrow(coded('status-list-over'));
    expect(readAt('2026-04-01T09:00:00+09:00').purposes).toEqual(['revocation']);
    expect(readAt('2026-04-02T23:59:59.999+09:00').purposes).toEqual(['revocation']);
    expect(() => readAt('2026-04-03T00:00:00+09:00')).toThrow(coded('status-list-over'));
  });

  it('is refused when its bits are none', () => {
    const broken = { ...list, credentialSubject: { ...subject, encodedList: 'uAAAA' } };
    expect(() => readStatusList(broken, expected)).toThrow(coded('status-list-encoding'));
  });

  it('answers whatever a stranger serves with a code', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(list)), fc.anything()), (hostile) => {
        expect(() => readStatusList({ ...list, ...hostile, credentialSubject: {} }, expected)).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^status-list-/) }),
        );
      }),
      { seed: 1 },
    );
  });
});
