import { Type } from 'typebox';
import { bilingual, business } from '../event-type.ts';

const check = Type.Object({
  id: Type.String(),
  valid: Type.Boolean(),
  sentence: bilingual,
  code: Type.Optional(Type.String()),
});
const verdict = Type.Union([Type.Literal('accepted'), Type.Literal('refused')]);

export const peopleEvents = {
  'gate.scanned': business('gate', {
    gate: Type.String(),
    verdict,
    credential: Type.Optional(Type.String()),
    /** True when something that the verdict rests on came from the gate's memory, as the network did not answer. */
    offline: Type.Boolean(),
    checks: Type.Array(check),
  }),
  'counter.checked': business('counter', {
    counter: Type.String(),
    verdict,
    credential: Type.Optional(Type.String()),
    checks: Type.Array(check),
  }),
  'gate.issuer-trusted': business('gate', { gate: Type.String(), issuer: Type.String() }),
  'student.reported': business('student', { symptom: Type.String(), sentence: bilingual }),
  'student.asked': business('student', { desk: Type.String(), about: Type.String(), sentence: bilingual }),
  'desk.answered': business('support', {
    desk: Type.String(),
    about: Type.String(),
    /** Who must act: the desk itself, or the other one that it sends the student to. */
    party: Type.String(),
    routed: Type.Boolean(),
    contact: Type.Optional(Type.String()),
    sentence: bilingual,
  }),
};
