import type { FakeWallet } from './fake-wallet-state.ts';

export type Body = Readonly<Record<string, unknown>>;

export interface Exchange {
  readonly params: readonly string[];
  readonly body: Body;
  readonly isPhone: boolean;
  readonly session: string | undefined;
}

export interface Told {
  readonly status: number;
  readonly body?: object;
}

export type Route = readonly [method: string, path: RegExp, answer: (exchange: Exchange) => Told];

/** An answer of problem details. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: object;

  constructor(status: number, code: string, params: object = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.params = params;
  }
}

function refuse(status: number, code: string): never {
  throw new Refused(status, code);
}

const school = { slug: 'mihon-university', name: { ja: '見本大学', en: 'Mihon University' } };
const achievement = { name: { ja: 'スマート学生証', en: 'Smart student ID' } };
const credential = 'cred_0001';
/** What the links of the mails end with. */
export const tokens = {
  receive: 'receive-token',
  activation: 'activation-token',
  reset: 'reset-token',
  address: 'address-token',
} as const;

type Tell = (exchange: Exchange) => Told;

const done: Told = { status: 200, body: {} };
const accepted: Tell = () => ({ status: 202, body: {} });

function onPhone(tell: Tell): Tell {
  return (exchange) => (exchange.isPhone ? tell(exchange) : refuse(403, 'smartphone-required'));
}

function inSession(tell: Tell): Tell {
  return (exchange) => (exchange.session === undefined ? refuse(401, 'unauthorized') : tell(exchange));
}

/** The token is in the path of a GET, else in the body. */
function withToken(token: string, tell: Tell): Tell {
  return (exchange) =>
    (exchange.params[0] ?? exchange.body.token) === token ? tell(exchange) : refuse(404, 'link-unknown');
}

export function registrationRoutes(wallet: FakeWallet): Route[] {
  const requireLive = (): void => {
    if (wallet.link !== 'live') refuse(410, `link-${wallet.link}`);
  };
  const showOffer: Tell = () => {
    if (wallet.account === undefined) requireLive();
    const screen = wallet.account === undefined ? 'terms' : 'login';
    const address = 'h***@docomo.ne.jp.test';
    const documents = { terms: { version: '2026-01' }, privacyPolicy: { version: '2026-02' } };
    return { status: 200, body: { screen, credential, school, achievement, address, ...documents, form: 'form-0001' } };
  };
  const register: Tell = ({ body }) => {
    requireLive();
    if (wallet.isFormOld || body.form !== 'form-0001') throw new Refused(410, 'form-expired', { minutes: 30 });
    if (body.terms !== '2026-01' || body.privacyPolicy !== '2026-02') refuse(422, 'consent-missing');
    const password = String(body.password);
    if (password.length < 8) {
      throw new Refused(422, 'password-rules', {
        broken: 'length',
        sentencesJa: '8文字以上30文字以下で入力してください。',
        sentencesEn: 'Use 8 to 30 characters.',
      });
    }
    wallet.link = 'used';
    wallet.account = { password, isActive: false };
    return { status: 201, body: { account: 'acct_0001', state: 'pending', address: 'h***@docomo.ne.jp.test' } };
  };
  const showActivation: Tell = () => (wallet.account?.isActive === true ? refuse(409, 'activation-used') : done);
  const activate: Tell = () => {
    if (wallet.account === undefined) return refuse(410, 'activation-expired');
    wallet.account.isActive = true;
    return done;
  };
  return [
    ['GET', /^\/receive\/(.+)$/, onPhone(withToken(tokens.receive, showOffer))],
    ['POST', /^\/registrations$/, withToken(tokens.receive, register)],
    ['POST', /^\/registrations\/start$/, () => refuse(403, 'registration-needs-link')],
    ['POST', /^\/activation-mails$/, accepted],
    ['GET', /^\/activate\/(.+)$/, withToken(tokens.activation, showActivation)],
    ['POST', /^\/activations$/, withToken(tokens.activation, activate)],
  ];
}

export function accountRoutes(wallet: FakeWallet, sessions: Set<string>): Route[] {
  const logIn: Tell = ({ body }) => {
    const { account } = wallet;
    if (account === undefined || body.password !== account.password) return refuse(401, 'login-failed');
    if (!account.isActive) refuse(403, 'account-not-activated');
    const { name, publicKey } = body.device as { name: string; publicKey: unknown };
    const device = `dev_${String(wallet.devices.length + 1).padStart(4, '0')}`;
    wallet.devices.push({ device, name, publicKey });
    const session = `session-of-${device}`;
    sessions.add(session);
    return { status: 201, body: { session, account: 'acct_0001', device, expiresAt: '2026-05-01T00:00:00+09:00' } };
  };
  const logOut: Tell = ({ session }) => {
    sessions.delete(session ?? '');
    return { status: 204 };
  };
  const changePassword: Tell = ({ body }) => {
    if (wallet.account !== undefined) wallet.account.password = String(body.password);
    return { status: 204 };
  };
  const listDevices: Tell = ({ session }) => {
    const lastSeenAt = '2026-04-01T09:00:00+09:00';
    const devices = wallet.devices.map(({ device, name }) => {
      return { device, name, current: session === `session-of-${device}`, lastSeenAt };
    });
    return { status: 200, body: { devices } };
  };
  const removeDevice: Tell = ({ params }) => {
    wallet.devices = wallet.devices.filter(({ device }) => device !== params[0]);
    sessions.delete(`session-of-${params[0]}`);
    return { status: 204 };
  };
  return [
    ['POST', /^\/sessions$/, onPhone(logIn)],
    ['DELETE', /^\/sessions\/current$/, inSession(logOut)],
    ['POST', /^\/password-resets$/, accepted],
    ['GET', /^\/reset\/(.+)$/, withToken(tokens.reset, () => done)],
    ['PUT', /^\/passwords$/, withToken(tokens.reset, changePassword)],
    ['POST', /^\/addresses$/, inSession(accepted)],
    ['GET', /^\/addresses\/(.+)$/, withToken(tokens.address, () => done)],
    ['POST', /^\/addresses\/confirmations$/, inSession(withToken(tokens.address, () => done))],
    ['GET', /^\/devices$/, inSession(listDevices)],
    ['DELETE', /^\/devices\/(.+)$/, inSession(removeDevice)],
  ];
}

export function credentialRoutes(wallet: FakeWallet): Route[] {
  const received = () => ({
    credential,
    school,
    achievement,
    name: '見本 花子',
    studentNumber: '0012345',
    faculty: '文学部',
    validFrom: '2026-04-01T00:00:00.000+09:00',
    validUntil: '2027-04-01T00:00:00.000+09:00',
    status: wallet.status,
  });
  const list: Tell = () => {
    const offer = { credential, school, achievement, issuedAt: '2026-04-01T09:00:00+09:00' };
    const receivable = wallet.hasOffer && !wallet.isReceived ? [offer] : [];
    return {
      status: 200,
      body: { received: wallet.isReceived ? [received()] : [], receivable, issuerReached: true },
    };
  };
  const receive: Tell = () => {
    wallet.isReceived = true;
    return { status: 200, body: { credential, secured: 'a.b.c', mediaType: 'text/plain' } };
  };
  const show: Tell = () =>
    wallet.isReceived
      ? { status: 200, body: { ...received(), secured: 'a.b.c', mediaType: 'text/plain' } }
      : refuse(404, 'not-found');
  return [
    ['GET', /^\/credentials$/, inSession(list)],
    ['POST', /^\/credentials\/cred_\d+\/receive$/, inSession(receive)],
    ['GET', /^\/credentials\/cred_\d+$/, inSession(show)],
  ];
}
