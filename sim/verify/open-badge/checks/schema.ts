import { type Check, fails, holds } from '../../check.ts';
import type { JsonObject } from '../../json-object.ts';
import { type CredentialKind, misfitOf } from '../../schema/badge-schema.ts';
import type { DataModel } from '../../schema/data-model.ts';

const name = { id: 'schema', clause: 'https://www.imsglobal.org/spec/ob/v3p0/#verification' };

/** The members and values that the data model of OB 3.0 asks for. */
export function checkSchema(credential: JsonObject, kind: CredentialKind, model: DataModel): Check {
  const misfit = misfitOf(credential, kind, model);
  if (misfit === undefined) {
    return holds(name, { ja: '項目と値の形式が規格どおりです。', en: 'Members and values are as the standard asks.' });
  }
  const pointer = misfit.pointer.slice(0, 200);
  return fails(name, 'schema-misfit', {
    ja: `${pointer} が規格に合っていません（${misfit.reason}）。発行元に修正を依頼してください。`,
    en: `What stands at ${pointer} does not fit the standard (${misfit.reason}). Ask the issuer to mend it.`,
  });
}
