import { createHash, randomBytes, sign, verify } from 'node:crypto';
import type { ResolvedCast, ResolvedStudent } from '#scenarios/library/cast';
import { modules, setStage } from '#scenarios/runner';
import { type Play, stepOf } from '#scenarios/steps';
import { createWorld, defaultLimits, type Origin, parseInstant, type RunningWorld } from '#sim/kernel';
import { type Spread, spread, timed } from './measure.ts';

const students = 100;
const rounds = 7;

/** The password hash is left out: scrypt at its lowest cost. */
const origin: Origin = {
  seed: 1,
  startsAt: parseInstant('2026-04-01T09:00:00+09:00') ?? 0,
  limits: { ...defaultLimits, events: 10_000_000 },
  parameters: { wallet: { passwordCost: { N: 2, r: 1, p: 1 } } },
};

function cast(): ResolvedCast {
  const student = (index: number): ResolvedStudent => ({
    key: `student-${index}`,
    name: '見本 花子',
    kana: 'ミホン ハナコ',
    studentNumber: `2026A${String(index).padStart(4, '0')}`,
    faculty: '文学部',
    school: 'school',
    address: `hanako${index}@gmail.com`,
    provider: 'gmail',
    mailbox: {},
    otherMailboxes: [],
    handset: { platform: 'Android', version: '13', form: 'phone', model: 'Pixel 7', settings: {} },
    otherHandsets: {},
  });
  return {
    schools: [
      {
        key: 'school',
        slug: 'mihon-university',
        name: { ja: '見本大学', en: 'Mihon University' },
        domain: 'mihon-u.ac.jp',
      },
    ],
    students: Array.from({ length: students }, (_, index) => student(index)),
  };
}

async function run(play: Play, verb: string, value: unknown): Promise<void> {
  const step = stepOf(verb);
  if (step === undefined) throw new TypeError(`no step ${verb}`);
  await step.run(play, value);
}

/** Roster row to gate accepted, for every student of a world; what lies before (mailboxes, phones) is not counted. */
async function journeys(world: RunningWorld): Promise<number> {
  const play = await setStage(world, cast());
  const ms = await timed(async () => {
    const rows = play.students.map(({ studentNumber, name, address }) => `${studentNumber},${name},${address}`);
    await play.school().importRoster(`学籍番号,氏名,メールアドレス\n${rows.join('\n')}\n`);
    await run(play, 'school.issues', {});
    await play.world.advance(10_000);
    for (const { key } of play.students) {
      await run(play, 'student.completesReceipt', { who: key });
      await run(play, 'gate.scans', { verdict: 'accepted', who: key });
    }
  });
  return (students / ms) * 1000;
}

/**
 * What a journey cannot do without, in raw node:crypto and strings: the credential's RS256 signature and the DKIM
 * signatures of its two mails, the gate's verification of the credential, the phone's Ed25519 signature and its
 * verification, and two mails of text and HTML in base64.
 */
function floor(world: RunningWorld): Promise<number> {
  const rsa = world.keys.rsa('dkim/openbadge.net');
  const device = world.keys.ed25519('handset/floor');
  const payload = randomBytes(3_200).toString('base64url').slice(0, 3_200);
  const body = '見本大学から、あなたのスマート学生証が発行されました。'.repeat(18);
  const html = `<html><body>${body.repeat(2)}</body></html>`;
  const mail = (): string => {
    const part = (type: string, text: string): string =>
      `--b\r\nContent-Type: ${type}\r\n\r\n${(
        Buffer.from(text)
          .toString('base64')
          .match(/.{1,76}/g) ?? []
      ).join('\r\n')}\r\n`;
    const text = `Subject: x\r\n\r\n${part('text/plain', body)}${part('text/html', html)}--b--\r\n`;
    const hash = createHash('sha256').update(text).digest('base64');
    return `DKIM-Signature: bh=${hash}; b=${sign('sha256', Buffer.from(hash), rsa.privateKey).toString('base64')}\r\n${text}`;
  };
  return timed(() => {
    for (let journey = 0; journey < students; journey++) {
      const jws = sign('sha256', Buffer.from(payload), rsa.privateKey);
      mail();
      mail();
      verify('sha256', Buffer.from(payload), rsa.publicKey, jws);
      const code = Buffer.from(`todoku:1:cred_${journey}:1:dev_1`);
      verify(null, code, device.publicKey, sign(null, code, device.privateKey));
    }
  }).then((ms) => (students / ms) * 1000);
}

export interface JourneyFigures {
  readonly journeys: Spread;
  readonly floor: Spread;
  /** Journeys a second over floors a second, of neighbours in time. */
  readonly ratio: Spread;
}

export async function measureJourneys(): Promise<JourneyFigures> {
  const figures: { journeys: number; floor: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    using world = createWorld(origin, modules);
    const figure = { journeys: await journeys(world), floor: await floor(world) };
    // The first round warms the compiler up.
    if (round > 0) figures.push(figure);
  }
  return {
    journeys: spread(figures.map((figure) => figure.journeys)),
    floor: spread(figures.map((figure) => figure.floor)),
    ratio: spread(figures.map((figure) => figure.journeys / figure.floor)),
  };
}
