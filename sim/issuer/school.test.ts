import { describe, expect, it } from 'vitest';
import { addSchool, schoolJwkSet, schoolOf } from './index.ts';
import { issuerWorld, school } from './issuer-fixture.ts';
import { profileOf } from './school.ts';

describe('a school', () => {
  it('has a profile and a key from its first moment', async () => {
    const { world, events } = await issuerWorld();
    await world.perform(addSchool, {
      slug: 'second',
      name: { ja: '第二大学', en: 'Second University' },
      url: 'https://second.test/',
      email: 'help@second.test',
    });
    expect(profileOf(schoolOf(world, 'second'))).toEqual({
      id: 'https://issuer.openbadge.test/schools/second',
      type: ['Profile'],
      name: '第二大学',
      url: 'https://second.test/',
      email: 'help@second.test',
      description: expect.stringContaining('simulation'),
    });
    const [key] = schoolJwkSet(world, 'second').keys;
    expect(events('school.joined')[1]).toEqual({
      school: 'second',
      profile: 'https://issuer.openbadge.test/schools/second',
      keyId: key?.kid,
    });
    expect(key?.kid).not.toBe(schoolJwkSet(world, school).keys[0]?.kid);
  });

  it('is refused twice, and with values that a URL, a mail header or an ID cannot hold', async () => {
    const { world } = await issuerWorld();
    const good = { slug: 'third', name: { ja: '第三大学', en: 'Third' } };
    const refused = (change: object, code: string, member?: string) =>
      expect(world.perform(addSchool, { ...good, ...change })).rejects.toMatchObject({
        code,
        ...(member !== undefined && { parameters: { member } }),
      });
    await refused({ slug: school }, 'school-exists');
    await refused({ slug: 'Third/..' }, 'school-invalid', 'slug');
    await refused({ name: { ja: '大学\r\nBcc: x', en: 'x' } }, 'school-invalid', 'name');
    for (const name of ['大学\u2028', '\u202e学大', '大\u200b学', '\ud842', ' 　']) {
      await refused({ name: { ja: name, en: 'x' } }, 'school-invalid', 'name');
    }
    await refused({ url: 'http://third.test' }, 'school-invalid', 'url');
    await refused({ email: 'help@third.jp' }, 'school-invalid', 'email');
    await refused({ mechanism: 'VC-JWT HS256' }, 'school-invalid', 'mechanism');
    expect(() => schoolOf(world, 'third')).toThrow(expect.objectContaining({ code: 'school-unknown' }));
  });
});
