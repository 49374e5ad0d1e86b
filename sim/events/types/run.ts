import { Type } from 'typebox';
import { bilingual, business, detail } from '../event-type.ts';

const json = Type.Unknown();

export const runEvents = {
  'run.started': business('runner', {
    scenario: Type.String(),
    title: bilingual,
    description: Type.Optional(bilingual),
    cell: Type.String(),
    seed: Type.Integer(),
    startsAt: Type.String(),
    /** The values of the matrix row that this cell plays. */
    row: Type.Record(Type.String(), json),
    manual: Type.Array(Type.String()),
    /** What the case turns out to be and who puts it right, where the scenario says so. */
    resolution: Type.Optional(Type.Object({ cause: bilingual, party: bilingual })),
  }),
  'step.started': business('runner', { index: Type.Integer(), verb: Type.String(), value: json, sentence: bilingual }),
  'step.finished': business('runner', {
    index: Type.Integer(),
    outcome: Type.Union([Type.Literal('passed'), Type.Literal('failed')]),
  }),
  'step.kept': detail('runner', { name: Type.String(), what: Type.String() }),
  'check.passed': business('runner', { surface: Type.String(), expected: bilingual }),
  'check.failed': business('runner', { surface: Type.String(), expected: bilingual, actual: bilingual }),
  'run.failed': business('runner', {
    code: Type.String(),
    title: bilingual,
    detail: bilingual,
    nextStep: bilingual,
    /** The step that was playing; absent when the cast could not be set up. */
    index: Type.Optional(Type.Integer()),
  }),
  'run.finished': business('runner', {
    verdict: Type.Union([Type.Literal('passed'), Type.Literal('failed')]),
    steps: Type.Integer(),
    replay: Type.String(),
  }),
  'cast.joined': detail('runner', { role: Type.String(), name: Type.String(), description: bilingual }),
  'clock.advanced': business('clock', { from: Type.String(), to: Type.String() }),
  'fault.injected': business('fault', { fault: Type.String(), sentence: bilingual }),
  'fault.healed': business('fault', { fault: Type.String(), sentence: bilingual }),
};
