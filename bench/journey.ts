import type { ResolvedCast, ResolvedStudent } from '#scenarios/library/cast';
import { setStage } from '#scenarios/runner';
import { type Play, stepOf } from '#scenarios/steps';
import { defaultLimits, type Origin, parseInstant, type RunningWorld } from '#sim/kernel';

/** The password hash is left out: scrypt at its lowest cost. */
export const origin: Origin = {
  seed: 1,
  startsAt: parseInstant('2026-04-01T09:00:00+09:00') ?? 0,
  limits: { ...defaultLimits, events: 10_000_000 },
  parameters: { wallet: { passwordCost: { N: 2, r: 1, p: 1 } } },
};

/** One school, its gate, and students with a mailbox and a phone each. */
export function stage(world: RunningWorld, students: number): Promise<Play> {
  const cast: ResolvedCast = {
    schools: [
      {
        key: 'school',
        slug: 'mihon-university',
        name: { ja: '見本大学', en: 'Mihon University' },
        domain: 'mihon-u.ac.jp',
        isKnownAtGate: true,
      },
    ],
    students: Array.from({ length: students }, (_, index) => student(index)),
  };
  return setStage(world, cast);
}

function student(index: number): ResolvedStudent {
  return {
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
  };
}

/** Roster row to gate accepted, for every student. */
export async function playJourneys(play: Play): Promise<void> {
  const rows = play.students.map(({ studentNumber, name, address }) => `${studentNumber},${name},${address}`);
  await play.school().importRoster(`学籍番号,氏名,メールアドレス\n${rows.join('\n')}\n`);
  await run(play, 'school.issues', {});
  await play.world.advance(10_000);
  for (const { key } of play.students) {
    await run(play, 'student.completesReceipt', { who: key });
    await run(play, 'gate.scans', { verdict: 'accepted', who: key });
  }
}

async function run(play: Play, verb: string, value: unknown): Promise<void> {
  const step = stepOf(verb);
  if (step === undefined) throw new TypeError(`no step ${verb}`);
  await step.run(play, value);
}
