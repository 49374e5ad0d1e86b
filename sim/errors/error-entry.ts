import type { Bilingual } from './bilingual.ts';

/** One row of the catalogue. `{name}` in a text is a place for a parameter; title and detail never hold an address, a name or a token. */
export interface ErrorEntry {
  /** The HTTP status that the error travels under. */
  readonly status: number;
  readonly title: Bilingual;
  readonly detail: Bilingual;
  readonly nextStep: Bilingual;
  readonly audience: 'student' | 'support' | 'operator';
  readonly retry: 'never' | 'later' | 'now';
  /** Its `error` where OAuth is spoken (RFC 6749 §5.2 and what extends it); else that of its status. */
  readonly oauth?: string;
}

/** The names of the `{places}` in a text. */
export type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never;
