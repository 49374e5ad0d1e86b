import { describe, expect, test } from 'vitest';
import { parseObject } from './json-object.ts';
import { readBadgeFile } from './open-badge/badge-file.ts';
import { hasRepeatedName } from './repeated-name.ts';

describe('a name that stands twice', () => {
  test.each([
    '{"a":1,"a":1}',
    '{"a":1, "b":{"c":[{"d":1,"d" : 2}]}}',
    '{"a":1,"\\u0061":2}',
    '{"__proto__":1,"__proto__":2}',
    '{"":1,"":2}',
    '{"a\\"":"x","a\\"":1}',
    '{"a":{"b":1},"a":[]}',
  ])('is seen in %s, and the text is no object then', (json) => {
    expect(hasRepeatedName(json)).toBe(true);
    expect(parseObject(json)).toBeUndefined();
  });

  test.each([
    '{"a":{"a":1},"b":[{"a":1},{"a":1}]}',
    '{"a":"a","b":"\\"a\\":","c":"{\\"a\\":1,\\"a\\":2}"}',
    '{"a":["a","a"],"A":1}',
    '{"a":"b:", "b":"\\\\", "c":1}',
    '{}',
  ])('is not seen in %s', (json) => {
    expect(hasRepeatedName(json)).toBe(false);
    expect(parseObject(json)).toEqual(JSON.parse(json));
  });

  test('is what a file is refused for', () => {
    const { check, file } = readBadgeFile(Buffer.from('{"type":["VerifiableCredential"],"type":[]}'));
    expect(check).toMatchObject({ valid: false, code: 'json-repeated-name' });
    expect(file).toBeUndefined();
  });
});
