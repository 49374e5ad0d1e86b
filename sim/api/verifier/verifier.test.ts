import { describe, expect, it } from 'vitest';
import { bake } from '../../baking/index.ts';
import { type StudentFixture, slug, studentFixture } from '../student-fixture.ts';

interface Answer {
  readonly verdict: string;
  readonly checks: readonly { readonly id: string; readonly valid?: boolean; readonly code?: string }[];
  readonly container?: string;
}

const verifying = async (student: StudentFixture, body: string | Uint8Array, type = 'text/plain', accept = '*/*') =>
  student.ask('verifier', 'POST', '/verifications', { body, type, headers: { accept } });

const codesOf = ({ checks }: Answer) => checks.flatMap(({ code }) => (code === undefined ? [] : [code]));

describe('the verifier', () => {
  it('accepts a student ID of this world as JWT, JSON and picture', async () => {
    for (const mechanism of ['VC-JWT RS256', 'eddsa-rdfc-2022'] as const) {
      const student = await studentFixture({ mechanism });
      const { secured } = await student.held();
      const plain = (
        await verifying(student, secured, mechanism === 'VC-JWT RS256' ? 'application/vc+jwt' : 'application/json')
      ).json<Answer>();
      expect(plain, JSON.stringify(plain.checks)).toMatchObject({ verdict: 'accepted' });
    }
  });
});
