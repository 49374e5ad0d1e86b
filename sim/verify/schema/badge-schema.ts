import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { achievement, criteria, related } from './achievement.ts';
import { alignment } from './alignment.ts';
import { achievementCredential, endorsementCredential } from './credential.ts';
import { credentialParts } from './credential-part.ts';
import type { DataModel } from './data-model.ts';
import { isDate, readDateTime } from './date-time.ts';
import { evidence } from './evidence.ts';
import { identifierEntry, identityObject } from './identity.ts';
import { image } from './image.ts';
import { address, geoCoordinates, profile } from './profile.ts';
import { result, resultDescription, rubricCriterionLevel } from './result.ts';
import { achievementSubject } from './subject.ts';

export type CredentialKind = 'AchievementCredential' | 'EndorsementCredential';

/** Where a document departs from the schema. */
export interface Misfit {
  /** JSON Pointer: https://www.rfc-editor.org/rfc/rfc6901 ; `/` for the document itself. */
  readonly pointer: string;
  /** What ajv says: English, for who repairs the document. */
  readonly reason: string;
}

const compiled = new Map<DataModel, Ajv2020>();

/**
 * The first place where the document departs from what OB 3.0 (document version 1.4) asks of such a credential;
 * undefined when there is none. What the official schema leaves open stays open here: other checks see to that.
 */
export function misfitOf(document: unknown, kind: CredentialKind, model: DataModel): Misfit | undefined {
  const validate = validatorOf(kind, model);
  if (validate(document)) return undefined;
  const first = validate.errors?.find(({ keyword }) => keyword !== 'if');
  const member = first?.params.missingProperty ?? first?.params.additionalProperty ?? first?.propertyName;
  const path = typeof member === 'string' ? `/${member.replaceAll('~', '~0').replaceAll('/', '~1')}` : '';
  return { pointer: `${first?.instancePath ?? ''}${path}` || '/', reason: reasonOf(first) };
}

function reasonOf(error: NonNullable<ValidateFunction['errors']>[number] | undefined): string {
  const allowed: unknown = error?.params.allowedValues;
  const listed = Array.isArray(allowed) && allowed.length <= 3 ? `: ${allowed.join(' | ')}` : '';
  return `${error?.message ?? 'unknown'}${listed}`;
}

/** Compiled at the first use, as most runs never need it. */
function validatorOf(kind: CredentialKind, model: DataModel): ValidateFunction {
  let ajv = compiled.get(model);
  if (ajv === undefined) {
    ajv = new Ajv2020({ validateSchema: false, strict: false });
    ajv.addFormat('date-time', (text: string) => readDateTime(text) !== undefined);
    ajv.addFormat('date', isDate);
    ajv.addSchema([
      ...[achievementCredential(model), endorsementCredential(model), achievementSubject(model)],
      ...[achievement, criteria, related, alignment, evidence, identityObject, identifierEntry, image],
      ...[profile, address, geoCoordinates, result, resultDescription, rubricCriterionLevel, ...credentialParts],
    ]);
    compiled.set(model, ajv);
  }
  const validate = ajv.getSchema(kind);
  if (validate === undefined) throw new TypeError(`there is no schema ${kind}`);
  return validate;
}
