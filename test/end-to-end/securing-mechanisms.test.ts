import { describe, expect, it } from 'vitest';
import { parseScenario } from '#scenarios/language';
import { planCells, playCell } from '#scenarios/runner';
import { verbs } from '#scenarios/steps';
import { securingMechanisms } from '#sim/proof';

/** S-5.1-01 as far as the gate, by a school that secures its credentials in each way. */
const source = `id: each-proof
title: { ja: 署名方式ごとの学生証, en: The student ID by each way of securing it }
seed: 5101
starts: 2026-04-01T09:00:00+09:00
matrix:
  proof: ${JSON.stringify(securingMechanisms)}
cast:
  school:  { use: mihon-university, proof: $proof }
  student: { use: hanako, provider: gmail, handset: iphone-17 }
steps:
  - school.issues:            { credential: student-id }
  - student.completesReceipt: { password: Mihon2026! }
  - student.showsId:
  - gate.scans:               { verdict: accepted }
  - counter.checks:           { verdict: accepted }
  - handset.network:          { state: "off" }
  - gate.scans:               { verdict: accepted }
`;

const cells = planCells([parseScenario(source, 'each-proof.yaml', verbs)]);

describe('a student ID is received and opens the gate', () => {
  it.each(cells.map((cell, index) => [securingMechanisms[index] ?? '', cell] as const))(
    'by %s',
    async (proof, cell) => {
      const run = await playCell(cell);
      expect(run.events.filter(({ type }) => type === 'check.failed' || type === 'run.failed')).toEqual([]);
      expect(run.verdict).toBe('passed');
      const issued = run.events.find(({ type }) => type === 'credential.issued');
      expect(issued?.data).toMatchObject({ proof });
      expect((issued?.data as { way?: string } | undefined)?.way).toBe(
        proof === 'eddsa-rdfc-2022' ? 'stencil' : undefined,
      );
    },
  );
});
