import { type TObject, type TProperties, Type } from 'typebox';

/** Who acts; a swim lane in a report. */
export type Actor =
  | 'runner'
  | 'school'
  | 'issuer'
  | 'provider'
  | 'student'
  | 'handset'
  | 'store'
  | 'wallet'
  | 'gate'
  | 'counter'
  | 'support'
  | 'clock'
  | 'fault';

/** What the catalogue says of one event type. */
export interface EventType<Data extends TProperties = TProperties> {
  readonly actor: Actor;
  /** Business events must be equal in every lane; details (HTTP exchanges, screens on the way) may differ. */
  readonly business: boolean;
  readonly data: TObject<Data>;
}

export function business<Data extends TProperties>(actor: Actor, data: Data): EventType<Data> {
  return { actor, business: true, data: Type.Object(data, { additionalProperties: false }) };
}

export function detail<Data extends TProperties>(actor: Actor, data: Data): EventType<Data> {
  return { actor, business: false, data: Type.Object(data, { additionalProperties: false }) };
}

export const bilingual = Type.Object({ ja: Type.String(), en: Type.String() });
