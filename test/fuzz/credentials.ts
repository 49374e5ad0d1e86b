import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { bake } from '#sim/baking';
import { ServiceError } from '#sim/errors';
import type { BadgeVerification } from '#sim/verify/open-badge';
import { pictures } from '../peers/baked-specimen.ts';
import { dataIntegritySpecimen } from '../peers/data-integrity-specimen.ts';
import { ourVerdictOn } from '../peers/our-verdict.ts';
import { outsiders } from '../peers/outsider-credentials.ts';
import { vcJwtSpecimen } from '../peers/vc-jwt-specimen.ts';
import { meaningOf } from './credential-meaning.ts';
import { changedJson, changedJws } from './credential-text-mutation.ts';
import type { Step } from './json-mutation.ts';

export interface CredentialOutcomes {
  /** Their proof held, and they say what was signed. */
  accepted: number;
  refused: number;
  /** The longest time that one took. Told, not judged: machines differ. */
  slowestMs: number;
  slowest: string;
}

/** A mutant: a credential, what was done to its text, what it was put into, and what was done to the bytes of that. */
interface Mutant {
  readonly of: number;
  readonly steps: readonly Step[];
  readonly carrier: 'text' | 'png' | 'svg';
  readonly bytes: readonly {
    readonly at: number;
    readonly value: number;
    readonly kind: 'set' | 'insert' | 'delete';
  }[];
}

const nat = fc.nat({ max: 1_000_000 });
const step: fc.Arbitrary<Step> = fc.record({ kind: nat, a: nat, b: nat, n: nat });
const byte = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  value: fc.nat({ max: 255 }),
  kind: fc.constantFrom('set', 'insert', 'delete'),
});
const mutant: fc.Arbitrary<Mutant> = fc.record({
  of: nat,
  steps: fc.oneof(
    { weight: 7, arbitrary: fc.array(step, { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.array(step, { minLength: 2, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  ),
  carrier: fc.oneof(
    { weight: 3, arbitrary: fc.constant('text' as const) },
    { weight: 1, arbitrary: fc.constantFrom('png', 'svg') },
  ),
  bytes: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(byte, { minLength: 1, maxLength: 3 }) },
  ),
});

/** Credentials of every kind, by us and by others. */
async function corpus(): Promise<readonly string[]> {
  const [rs256, es256, edDsa] = [
    await vcJwtSpecimen('RS256'),
    await vcJwtSpecimen('ES256'),
    await vcJwtSpecimen('EdDSA'),
  ];
  const [stencil, standard] = [
    await dataIntegritySpecimen('stencil', 'https'),
    await dataIntegritySpecimen('standard', 'https'),
  ];
  const ours = [rs256, es256, edDsa, stencil, standard].map(({ genuine: { secured } }) =>
    typeof secured === 'string' ? secured : JSON.stringify(secured),
  );
  const theirs: string[] = [];
  for (const issueByOutsider of Object.values(outsiders)) theirs.push(await issueByOutsider());
  return [...ours, ...theirs];
}

function fileOf({ of, steps, carrier, bytes }: Mutant, texts: readonly string[]): Uint8Array {
  const original = texts[of % texts.length] ?? '';
  const isJson = original.startsWith('{');
  const others = texts.filter((text) => text.startsWith('{') === isJson);
  const text = steps.reduce((now, one) => (isJson ? changedJson : changedJws)(now, one, others), original);
  return bytes.reduce(changedBytes, carried(text, carrier));
}

/** A text that is no credential any more is not baked; the file is the text then. */
function carried(text: string, carrier: Mutant['carrier']): Buffer {
  if (carrier === 'text') return Buffer.from(text);
  try {
    return Buffer.from(bake(pictures[carrier], text, 'ob3'));
  } catch (error) {
    if (error instanceof ServiceError) return Buffer.from(text);
    throw error;
  }
}

function changedBytes(file: Buffer, { at, value, kind }: Mutant['bytes'][number]): Buffer {
  const from = Math.floor(at * file.length);
  const to = kind === 'insert' ? from : from + 1;
  return Buffer.concat([file.subarray(0, from), ...(kind === 'delete' ? [] : [Buffer.of(value)]), file.subarray(to)]);
}

/** What people are shown of it. How identifiers are ordered says nothing. */
function toldBy(summary: BadgeVerification['summary']): string {
  return JSON.stringify({ ...summary, holder: summary?.holder.toSorted() });
}

/**
 * Hands mutated credentials to our verifier: what it takes for proven says, by other readers, what some original says;
 * what it accepts it shows as that. Throws fast-check's report of the first that does not, or that crashes it.
 */
export async function fuzzCredentials(count: number, seed: number): Promise<CredentialOutcomes> {
  const outcomes = { accepted: 0, refused: 0, slowestMs: 0, slowest: '' };
  const texts = await corpus();
  const shownAs = new Map<string, string[]>();
  for (const text of texts) {
    const { verdict, summary, checks } = await ourVerdictOn(Buffer.from(text));
    if (verdict !== 'accepted') throw new Error(`an original is ${verdict}: ${JSON.stringify(checks)}`);
    const { streamed = '', expanded } = (await meaningOf(Buffer.from(text))) ?? {};
    if (streamed !== expanded) throw new Error('the readers do not agree on an original');
    shownAs.set(streamed, [...(shownAs.get(streamed) ?? []), toldBy(summary)]);
  }
  await fc.assert(
    fc.asyncProperty(mutant, async (one) => {
      const file = fileOf(one, texts);
      const startedAt = performance.now();
      const { verdict, checks, summary } = await ourVerdictOn(file);
      const ms = performance.now() - startedAt;
      if (ms > outcomes.slowestMs) Object.assign(outcomes, { slowestMs: ms, slowest: JSON.stringify(one) });
      // Whatever is in a file, it must not reach what all objects of the process have in common.
      const [polluted] = Object.keys(Object.prototype);
      if (polluted !== undefined)
        throw new Error(`every object has ${polluted} now: ${Buffer.from(file).toString('utf8')}`);
      const isProven = checks.some((check) => check.id === 'proof' && 'valid' in check && check.valid);
      outcomes[isProven ? 'accepted' : 'refused'] += 1;
      if (!isProven) return;
      const { streamed = '', expanded = '' } = (await meaningOf(file)) ?? {};
      const shown = shownAs.get(verdict === 'accepted' ? streamed : expanded);
      const told = Buffer.from(file).toString('utf8').slice(0, 3_000);
      if (shown === undefined) throw new Error(`the proof holds, and it says something else: ${told}`);
      if (verdict === 'accepted' && !shown.includes(toldBy(summary))) {
        throw new Error(`it is shown as ${toldBy(summary)}: ${told}`);
      }
    }),
    { numRuns: count, seed },
  );
  return outcomes;
}
