import { type TSchema, Type } from 'typebox';
import type { Bilingual, Language } from '../../errors/index.ts';
import { closed } from '../vocabulary.ts';

const bodyBytesMax = 16_384;

/** What a student types. */
export const typed = {
  address: Type.String({ minLength: 3, maxLength: 320 }),
  /** Any password may be sent: what is wrong with it is said by the rules, not by the schema. */
  password: Type.String({ maxLength: 1_000 }),
};

/**
 * What the app sends. Members that nobody knows are passed over: an app that is newer than its wallet may send more, and
 * nothing but the named ones goes into a command.
 */
export function jsonBody<Schema extends TSchema>(
  schema: Schema,
): { readonly content: { readonly 'application/json': Schema }; readonly bytesMax: number } {
  return { content: { 'application/json': schema }, bytesMax: bodyBytesMax };
}

/** What is said to everyone who asks for a mail, whether or not one goes out. */
export const noticeAnswer = {
  description: 'The same for everyone, whether or not a mail goes out.',
  content: { 'application/json': Type.Object({ notice: Type.String() }, closed) },
};

export function noticeReply(
  notice: Bilingual,
  language: Language,
): {
  readonly status: 202;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly notice: string };
} {
  return { status: 202, headers: { 'content-language': language }, body: { notice: notice[language] } };
}
