import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Static } from 'typebox';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { addSchool, type SchoolMail } from '../../issuer/index.ts';
import { address, asSchool, issuedApi, post, school } from '../issuer-fixture.ts';
import { mailAnswer } from './mail-answer.ts';

describe('the mail of a school', () => {
  it('is all that the sender can know, and no more', async () => {
    const issuer = await issuedApi();
    const { status, body } = await issuer.call('GET', `${school}/mail`, asSchool);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      messages: [
        { message: 'msg_0001', about: 'cred_0001', address, state: 'accepted', attempts: 1, lastReply: { text: 'Ok' } },
      ],
      domainDays: [{ domain: 'docomo.ne.jp.test', day: '2026-04-01', mails: 1, states: { accepted: 1 } }],
      suppressed: [],
      bulk: { domain: 'openbadge.net', mails: 0, mailsPerDayMax: 5_000 },
    });
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(mailAnswer);
    expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
    type Answer = Static<typeof mailAnswer>;
    expectTypeOf<keyof SchoolMail>().toEqualTypeOf<keyof Answer>();
    expectTypeOf<keyof SchoolMail['messages'][number]>().toEqualTypeOf<keyof Answer['messages'][number]>();
    for (const slipped of ['folder', 'trail', 'captured', 'outcome']) {
      expect(validate({ ...body, messages: [{ ...(body.messages as object[])[0], [slipped]: 'x' }] })).toBe(false);
    }
  });

  it('is its own alone, and comes in pages', async () => {
    const issuer = await issuedApi();
    await issuer.world.perform(addSchool, { slug: 'other', name: { ja: '別大学', en: 'Other University' } });
    const other = await issuer.call('GET', '/schools/other/mail', { as: 'school/other' });
    expect(other.body).toMatchObject({ messages: [], domainDays: [], suppressed: [] });
    await post(issuer, `${school}/credentials/cred_0001/reissue`, { mode: 'resend' }, asSchool);
    await issuer.world.advance(60_000);
    const page = async (query: string) =>
      ((await issuer.call('GET', `${school}/mail?${query}`, asSchool)).body as { messages: { message: string }[] })
        .messages;
    expect(await page('limit=1')).toMatchObject([{ message: 'msg_0002' }]);
    expect(await page('limit=1&before=msg_0002')).toMatchObject([{ message: 'msg_0001' }]);
    expect(await page('before=msg_0001')).toEqual([]);
  });

  it.each(['limit=0', 'limit=1000', 'limit=x', 'before=msg_1', 'limit=1&limit=2', 'folder=inbox'])(
    'refuses the query %s',
    async (query) => {
      const issuer = await issuedApi();
      expect(await issuer.call('GET', `${school}/mail?${query}`, asSchool)).toMatchObject({
        status: 400,
        body: { code: 'query-invalid' },
      });
    },
  );
});
