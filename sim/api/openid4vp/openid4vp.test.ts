import { describe, expect, it } from 'vitest';
import { type StudentFixture, studentFixture } from '../student-fixture.ts';

interface Created {
  readonly request: string;
  readonly uri: string;
  readonly requestUri: string;
}

interface Shown {
  readonly step: string;
  readonly digest: string;
  readonly canBeSatisfied: boolean;
  readonly asked: readonly { readonly id: string; readonly credentials: readonly string[] }[];
  readonly redirectUri?: string;
  readonly code?: string;
}

const askFor = async (student: StudentFixture, body: object = { preset: 'student-id' }): Promise<Created> =>
  (await student.asVerifier('POST', '/presentation-requests', body)).json<Created>();

const payloadOf = (jwt: string): Record<string, string> =>
  JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'));

const pathOf = (url = ''): string => new URL(url).pathname;

const form = (parameters: Record<string, string>) => ({
  body: new URLSearchParams(parameters).toString(),
  type: 'application/x-www-form-urlencoded',
});

async function objectOf(student: StudentFixture, { requestUri }: Created): Promise<Record<string, string>> {
  const answer = await student.ask('verifier', 'GET', pathOf(requestUri));
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/oauth-authz-req+jwt']);
  return payloadOf(answer.body.toString());
}

const stateOf = async (student: StudentFixture, { request }: Created) =>
  (await student.asVerifier('GET', `/presentation-requests/${request}`)).json<{ state: string }>();

describe('a wallet of this world', () => {
  it.each([
    ['VC-JWT RS256', 'direct_post', 'decentralized_identifier', 'student-id-jwt'],
    ['VC-JWT EdDSA', 'direct_post.jwt', 'decentralized_identifier', 'student-id-jwt'],
    ['eddsa-rdfc-2022', 'direct_post', 'redirect_uri', 'student-id-ldp'],
    ['eddsa-rdfc-2022', 'direct_post.jwt', 'decentralized_identifier', 'student-id-ldp'],
  ] as const)(
    'shows and then presents a student ID of %s by %s to %s',
    async (mechanism, responseMode, clientIdPrefix, part) => {
      const student = await studentFixture({ mechanism });
      const { bearer, credential } = await student.held();
      const redirectUri = 'https://library.example/done?desk=1';
      const created = await askFor(student, { preset: 'student-id', responseMode, clientIdPrefix, redirectUri });
      const answers = (body: object) => student.ask('wallet', 'POST', '/presentations/answers', { bearer, body });
      const journalled = student.world.log.after(0).length;
      const shown = (await answers({ uri: created.uri })).json<Shown>();
      expect(shown, JSON.stringify(shown)).toMatchObject({ step: 'asked', canBeSatisfied: true });
      expect(student.world.log.after(0).length).toBe(journalled);
      expect(shown.asked.find(({ id }) => id === part)?.credentials).toEqual([credential]);
      const consent = { digest: shown.digest, credentials: { [part]: credential } };
      const sent = (await answers({ uri: created.uri, consent })).json<Shown>();
      expect(sent, JSON.stringify(sent)).toMatchObject({ step: 'sent' });
      expect(sent.redirectUri).toMatch(/^https:\/\/library\.example\/done\?desk=1&response_code=[\w-]{43}$/);
      const state = await stateOf(student, created);
      expect(state, JSON.stringify(state)).toMatchObject({
        state: 'accepted',
        presentations: [{ query: part, verdict: 'accepted' }],
      });
      expect((await answers({ uri: created.uri, consent })).json()).toMatchObject({
        code: clientIdPrefix === 'redirect_uri' ? 'presentation-not-delivered' : 'presentation-request-untrusted',
      });
    },
  );
});

describe('a student', () => {
  const answering = async (student: StudentFixture) => {
    const { bearer, credential } = await student.held();
    const created = await askFor(student);
    const answers = async (body: object) =>
      (await student.ask('wallet', 'POST', '/presentations/answers', { bearer, body })).json<Shown>();
    const { digest } = await answers({ uri: created.uri });
    return { bearer, credential, created, digest, answers };
  };

  it('consents to what was shown, and to nothing that became of it', async () => {
    const student = await studentFixture();
    const { credential, created, digest, answers } = await answering(student);
    const other = await askFor(student);
    const credentials = { 'student-id-jwt': credential };
    for (const body of [{ consent: { digest, credentials } }, { decline: { digest } }]) {
      expect(await answers({ uri: other.uri, ...body })).toMatchObject({ code: 'presentation-request-changed' });
    }
    expect((await stateOf(student, other)).state).toBe('pending');
    expect((await stateOf(student, created)).state).toBe('pending');
  });

  it('sends only what is held, where it answers the request', async () => {
    const student = await studentFixture();
    const { credential, created, digest, answers } = await answering(student);
    for (const credentials of [
      {},
      { 'student-id-jwt': 'cred_0002' },
      { 'student-id-ldp': credential },
      { other: credential },
      { 'student-id-jwt': credential, 'student-id-ldp': credential },
    ]) {
      const sent = await answers({ uri: created.uri, consent: { digest, credentials } });
      expect(sent, JSON.stringify(credentials)).toMatchObject({ code: 'presentation-not-held' });
    }
    expect((await stateOf(student, created)).state).toBe('pending');
  });

  it('may decline, which the verifier is told', async () => {
    const student = await studentFixture();
    const { created, digest, answers } = await answering(student);
    expect(await answers({ uri: created.uri, decline: { digest } })).toEqual({ step: 'declined' });
    expect(await stateOf(student, created)).toMatchObject({ state: 'declined', error: 'access_denied' });
  });
});

describe('an answer', () => {
  it('counts once, and only with what belongs to it', async () => {
    const student = await studentFixture();
    const { secured } = await student.held();
    const created = await askFor(student);
    const { response_uri, state = '' } = await objectOf(student, created);
    const vp_token = JSON.stringify({ 'student-id-jwt': [secured] });
    const post = async (parameters: Record<string, string>) => {
      const answer = await student.ask('verifier', 'POST', pathOf(response_uri), form(parameters));
      return [answer.status, answer.json()];
    };
    expect(await post({ vp_token, state: 'other' })).toMatchObject([400, { error: 'invalid_request' }]);
    expect(await post({ vp_token: '[]', state })).toMatchObject([400, {}]);
    expect(await post({ vp_token: '{"__proto__":["a.b.c"]}', state })).toMatchObject([400, {}]);
    expect(await post({ response: 'a.b.c.d.e', state })).toMatchObject([400, {}]);
    expect((await stateOf(student, created)).state).toBe('pending');
    expect(await post({ vp_token, state })).toEqual([200, {}]);
    expect((await stateOf(student, created)).state).toBe('accepted');
    expect(await post({ vp_token, state })).toMatchObject([409, { error: 'invalid_request' }]);
  });
});
