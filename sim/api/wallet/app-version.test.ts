import { describe, expect, it } from 'vitest';
import { studentFixture } from '../student-fixture.ts';
import { phone } from '../wallet-fixture.ts';

const start = { address: 'hanako@docomo.ne.jp.test' };

async function outcomeOf(userAgent: string, appVersionMin?: string): Promise<{ status: number; body: object }> {
  const { fetch, world } = await studentFixture(
    appVersionMin === undefined ? {} : { parameters: { wallet: { appVersionMin } } },
  );
  const answer = await fetch(`${world.origins.wallet}/registrations/start`, {
    method: 'POST',
    headers: { 'user-agent': userAgent, 'content-type': 'application/json' },
    body: JSON.stringify(start),
  });
  return { status: answer.status, body: answer.json() };
}

describe('the version of the app', () => {
  it.each(['1.0', '1.9.9', '0.5'])('turns %s away where 2.0 is needed, and says which one is', async (version) => {
    const { status, body } = await outcomeOf(`${phone} LecoS/${version}`, '2.0');
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: 'app-outdated', params: { version, minimum: '2.0' } });
  });

  it.each(['2.0', '2', '2.0.1', '10.0'])('lets %s through', async (version) => {
    const { body } = await outcomeOf(`${phone} LecoS/${version}`, '2.0');
    expect(body).toMatchObject({ code: 'registration-needs-link' });
  });

  it.each([phone, '', 'okhttp/4.12.0', `${phone} LecoS/x`, `${phone} NotLecoS/1.0`])(
    'is nobody’s business but the app’s: %j',
    async (userAgent) => {
      expect((await outcomeOf(userAgent, '2.0')).body).toMatchObject({ code: 'registration-needs-link' });
    },
  );

  it('is old enough in a world that asks for no other', async () => {
    expect((await outcomeOf(`${phone} LecoS/1.0`)).body).toMatchObject({ code: 'registration-needs-link' });
  });
});
