import { describe, expect, it } from 'vitest';
import { createWorld, defaultLimits, type Fetch, parseInstant, type RunningWorld } from '#sim/kernel';
import { deskModule } from './module.ts';
import { createSchoolDesk } from './school-desk.ts';
import { createSupportDesk, supportContact } from './support-desk.ts';
import { topics } from './topic.ts';

const school = 'mihon-university';
const startsAt = parseInstant('2026-04-02T09:00:00+09:00') ?? 0;
const newWorld = (): RunningWorld =>
  createWorld({ seed: 1, startsAt, limits: defaultLimits, parameters: {} }, [deskModule]);

const credential = {
  credential: 'cred_0001',
  studentNumber: '0012345',
  period: '2026',
  state: 'notified',
  issuedAt: '2026-04-01T09:00:00.000+09:00',
  address: 'hanako@docomo.ne.jp.test',
  mails: [{ message: 'msg_0001', kind: 'issue-notice', state: 'accepted', queuedAt: '2026-04-01T09:05:00.000+09:00' }],
};

/** The issuer's API, as far as the office uses it. */
function issuer(world: RunningWorld, credentials: readonly object[]): { fetch: Fetch; urls: string[] } {
  const urls: string[] = [];
  return {
    urls,
    fetch: async (url, request) => {
      urls.push(url);
      const isSchool = request?.headers?.authorization === `Bearer ${world.keys.secret(`school/${school}`)}`;
      return {
        status: isSchool ? 200 : 401,
        headers: {},
        body: Buffer.alloc(0),
        json: <Body>() => ({ credentials }) as Body,
      };
    },
  };
}

async function askSchool(about: string, credentials: readonly object[]): Promise<{ ja: string; en: string }> {
  const world = newWorld();
  const desk = createSchoolDesk(world, issuer(world, credentials), { school });
  return (await desk.ask(about, { studentNumber: '0012345' })).sentence;
}

describe('the desk of LecoS', () => {
  it.each(['app-trouble', 'wallet-account', 'password'])('answers %s and names its contact page', async (about) => {
    const answer = await createSupportDesk(newWorld()).ask(about);
    expect(answer).toMatchObject({ desk: 'lecos', party: 'lecos', routed: false, contact: supportContact });
  });

  it.each(['issue-date', 'address', 'reissue', 'mail-not-found', 'mail-deleted'])(
    'sends %s to the school',
    async (about) => {
      const answer = await createSupportDesk(newWorld()).ask(about);
      expect(answer).toMatchObject({ desk: 'lecos', party: 'school', routed: true });
      expect(answer.contact).toBeUndefined();
      expect(answer.sentence.ja).toContain('発行元の教育機関');
    },
  );
});

describe('the desk of a school', () => {
  it.each(['app-trouble', 'wallet-account', 'password'])('sends %s to LecoS', async (about) => {
    const world = newWorld();
    const { fetch, urls } = issuer(world, []);
    const answer = await createSchoolDesk(world, { fetch }, { school }).ask(about, { studentNumber: '0012345' });
    expect(answer).toMatchObject({ desk: 'school', party: 'lecos', routed: true, contact: supportContact });
    expect(answer.sentence.ja).toContain('https://support.openbadge.net/ja/contact/');
    expect(urls).toEqual([]);
  });

  it('says when the notice was sent and to which address, masked', async () => {
    const { ja, en } = await askSchool('issue-date', [credential]);
    expect(ja).toContain('2026-04-01 09:05 に h***@docomo.ne.jp.test 宛て');
    expect(en).toContain('sent to h***@docomo.ne.jp.test at 2026-04-01 09:05');
    expect(ja).not.toContain('hanako');
  });

  it('speaks of the newest credential that stands, and of its newest notice', async () => {
    const [mail] = credential.mails;
    const newer = {
      ...credential,
      address: 'hanako@gmail.com.test',
      issuedAt: '2026-04-01T12:00:00.000+09:00',
      mails: [
        { ...mail, queuedAt: '2026-04-01T13:00:00.000+09:00' },
        { ...mail, queuedAt: '2026-04-01T12:00:00.000+09:00' },
      ],
    };
    const superseded = { ...credential, state: 'superseded', issuedAt: '2026-04-01T18:00:00.000+09:00' };
    const { ja } = await askSchool('address', [newer, credential, superseded]);
    expect(ja).toContain('2026-04-01 13:00 に h***@gmail.com.test 宛て');
  });

  it.each([
    ['rejected', '受け取られませんでした (550)'],
    ['given-up', '受け取られませんでした (550)'],
    ['deferred', '配送の途中'],
    ['queued', '配送の途中'],
  ])('says what the issuer learnt of a notice that is %s', async (state, text) => {
    const mails = [{ ...credential.mails[0], state, replyCode: 550 }];
    expect((await askSchool('mail-not-found', [{ ...credential, mails }])).ja).toContain(text);
  });

  it('does not take a notice that was accepted for one that was seen', async () => {
    const { ja } = await askSchool('mail-not-found', [credential]);
    expect(ja).toContain('迷惑メールフォルダ');
    expect(ja).not.toContain('受け取られません');
  });

  it('says that nothing was issued yet, and when it was received already', async () => {
    expect((await askSchool('mail-not-found', [])).ja).toContain('まだ発行していません');
    expect((await askSchool('reissue', [{ ...credential, state: 'claimed' }])).ja).toContain('すでに受領');
  });

  it('offers to issue again what was not received in time', async () => {
    const { ja } = await askSchool('mail-not-found', [{ ...credential, state: 'unclaimed-expired' }]);
    expect(ja).toContain('受領の期限が過ぎています');
  });

  it.each([
    ['revoked', '失効しています'],
    ['expired', '有効期限が切れています'],
    ['claimed', '有効です'],
    ['notified', 'まだ受領されていません'],
  ])('tells a student whose ID is refused that it is %s', async (state, text) => {
    const { ja } = await askSchool('id-refused', [{ ...credential, state }]);
    expect(ja).toContain(text);
    expect(ja).not.toContain('まだ発行していません');
  });

  it('speaks of a revoked ID only where none stands', async () => {
    const revoked = { ...credential, state: 'revoked', issuedAt: '2026-04-01T18:00:00.000+09:00' };
    expect((await askSchool('id-refused', [revoked, { ...credential, state: 'claimed' }])).ja).toContain('有効です');
    expect((await askSchool('reissue', [revoked])).ja).toContain('失効しています');
  });

  it('answers in general when its records cannot be looked up, or nobody said for whom', async () => {
    const world = newWorld();
    const down: Fetch = async () => {
      throw new TypeError('fetch failed: nothing answers');
    };
    const desk = createSchoolDesk(world, { fetch: down }, { school });
    expect((await desk.ask('issue-date', { studentNumber: '1' })).sentence.ja).toContain('記録を確認できません');
    expect((await desk.ask('issue-date')).sentence).toEqual(topics['issue-date'].answer);
  });

  it('puts a hostile student number into the query and nowhere else', async () => {
    const world = newWorld();
    const { fetch, urls } = issuer(world, []);
    await createSchoolDesk(world, { fetch }, { school }).ask('address', { studentNumber: '1&x=../../secret#' });
    expect(new URL(urls[0] ?? '').searchParams.get('studentNumber')).toBe('1&x=../../secret#');
    expect(new URL(urls[0] ?? '').pathname).toBe('/schools/mihon-university/credentials');
  });
});

describe('every desk', () => {
  it('lists what may be asked when it does not know the topic', async () => {
    const world = newWorld();
    for (const desk of [createSupportDesk(world), createSchoolDesk(world, issuer(world, []), { school })]) {
      for (const about of ['weather', 'toString']) {
        const refused = desk.ask(about);
        await expect(refused).rejects.toMatchObject({ code: 'topic-unknown' });
        await expect(refused).rejects.toThrow('issue-date, address, reissue');
      }
    }
    expect(world.log.length).toBe(0);
  });

  it('writes the question and the answer down', async () => {
    const world = newWorld();
    await createSupportDesk(world).ask('reissue');
    expect(world.log.after(0)).toMatchObject([
      { type: 'student.asked', data: { desk: 'lecos', about: 'reissue', sentence: topics.reissue.question } },
      { type: 'desk.answered', data: { desk: 'lecos', about: 'reissue', party: 'school', routed: true } },
    ]);
  });
});
