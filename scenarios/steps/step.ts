import { type Static, type TSchema, Type } from 'typebox';
import { takesKeptName, type Verb, type VerbName } from '../language/index.ts';
import type { Play } from './play.ts';

/** A verb that can be played. */
export interface Step<Value extends TSchema = TSchema, Name extends VerbName = VerbName> extends Verb<Value, Name> {
  /** Throws ServiceError, or Unmet when what the scenario expects did not come about. */
  run(play: Play, value: Static<Value>): Promise<void>;
}

export function step<Value extends TSchema, const Name extends VerbName>(
  definition: Step<Value, Name>,
): Step<Value, Name> {
  return definition;
}

/** Which member of the cast; needed when there are several. */
export const who = Type.Optional(Type.String({ description: 'A member of the cast; needed when there are several' }));

/** Another device of the student than the phone. */
export const on = Type.Optional(Type.String({ description: 'A device of the student other than the phone' }));

/** Another mailbox than that of the roster. */
export const at = Type.Optional(
  Type.String({ description: "Another mailbox of the student's, by its provider; that of the roster when absent" }),
);

export const duration = Type.String({
  pattern: '^(\\d{1,9}(ms|s|m|h|d))+$',
  examples: ['10m', '1d', '1d12h'],
  description: '期間 / A duration',
});

/** The name that an earlier step gave to a credential or a batch. */
export const keptName = (description: string) => Type.String({ description, $comment: takesKeptName });

export const mailKind = Type.String({
  enum: ['issue-notice', 'activation', 'password-reset', 'address-confirmation', 'quarantine-digest', 'outside'],
  description: 'Which mail: of the service, the daily list of a quarantine, or from outside',
});

/** A kind of mail, or a credential that an earlier step named. */
export const mailOrCredential = Type.String({
  description: 'A kind of mail, or a credential named with `as`; the issue notice when absent',
  examples: ['issue-notice', 'activation', 'password-reset', 'address-confirmation'],
  $comment: takesKeptName,
});

export const folderName = Type.String({ enum: ['inbox', 'junk', 'trash', 'archive'] });

/** Where a mail may lie: a quarantine is no folder, and no mail app shows it. */
export const placeName = Type.String({ enum: ['inbox', 'junk', 'trash', 'archive', 'quarantine'] });

/** `学生（taro）の`, before what is theirs; nothing where nobody is named. */
export function whose(name: string | undefined): { readonly ja: string; readonly en: string } {
  return name === undefined ? { ja: '', en: '' } : { ja: `学生（${name}）の`, en: ` of the student (${name})` };
}

/** `学校`, or `学校（partner）` where one of several is named. */
export function schoolWords(name: string | undefined): { readonly ja: string; readonly en: string } {
  return name === undefined ? { ja: '学校', en: 'The school' } : { ja: `学校（${name}）`, en: `The school (${name})` };
}

/** `の` with the name of a cast member in front, where one is named. */
export function ofWhom(name: string | undefined): { readonly ja: string; readonly en: string } {
  return name === undefined
    ? { ja: '学生', en: 'The student' }
    : { ja: `学生（${name}）`, en: `The student (${name})` };
}
