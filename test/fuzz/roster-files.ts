import fc from 'fast-check';
import { modules } from '#scenarios/runner';
import { ServiceError } from '#sim/errors';
import { addSchool, importRoster } from '#sim/issuer';
import { createWorld, defaultLimits, type RunningWorld } from '#sim/kernel';
import { mutated } from './mutation.ts';
import type { Outcomes } from './scenario-files.ts';

const corpus = [
  '学籍番号,氏名,フリガナ,学部,メールアドレス\r\n2026A0001,見本 花子,ミホン ハナコ,文学部,hanako@docomo.ne.jp\r\n2026A0002,髙﨑 𠮷乃,タカサキ ヨシノ,理工学部,yoshino@icloud.com\r\n',
  'student number,name,email\n00123,Hanako Mihon,hanako@gmail.com\n00124,Taro Mihon,taro@au.com\n00125,"Mihon, Jiro",a..b@docomo.ne.jp\n',
  '"学籍番号","氏名","メールアドレス"\n"２０２６","見本　太郎","taro@ezweb.ne.jp"\n"=1+1","@SUM","-x@gmail.com"\n',
];

const school = 'mihon-university';

async function newWorld(): Promise<RunningWorld> {
  const world = createWorld({ seed: 1, startsAt: 1_775_001_600_000, limits: defaultLimits, parameters: {} }, modules);
  await world.perform(addSchool, { slug: school, name: { ja: '見本大学', en: 'Mihon University' } });
  return world;
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const encodings = fc.constantFrom<(text: string) => Uint8Array>(
  ...[utf8, utf8, utf8, utf8, utf8, utf8],
  (text) => Buffer.from(`\uFEFF${text}`, 'utf8'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(text, 'latin1'),
);

/**
 * Hands in mutated rosters as bytes: each is imported, every refused row with its line and column, or is refused as a
 * whole with a ServiceError that says where. Throws fast-check's report of the first that does neither.
 */
export async function fuzzRosterFiles(count: number, seed: number): Promise<Outcomes> {
  const outcomes: Outcomes = { accepted: 0, refused: 0 };
  let world = await newWorld();
  let handedIn = 0;
  await fc.assert(
    fc.asyncProperty(mutated(corpus), encodings, async (text, encode) => {
      handedIn += 1;
      if (handedIn % 200 === 0) world = await newWorld();
      try {
        const { rejected } = await importRoster(world, { school, bytes: encode(text) });
        for (const { line, column } of rejected) {
          if (line < 2 || column === '') throw new Error(`a row was refused without a place: ${line} ${column}`);
        }
        outcomes.accepted += 1;
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        if (!('line' in error.parameters)) throw error;
        outcomes.refused += 1;
      }
    }),
    { numRuns: count, seed },
  );
  return outcomes;
}
