import { ServiceError } from '../../../errors/index.ts';
import { quadsOf } from '../../../proof/index.ts';
import { type BadgeCheck, fails, holds, unknown } from '../../check.ts';
import type { JsonObject } from '../../json-object.ts';

const name = { id: 'json-ld', clause: 'https://www.w3.org/TR/vc-data-model-2.0/#json-ld-processing' };

/** Every word is defined by a context that is known here: no claim goes unsaid when the badge is read as linked data. */
export async function checkJsonLd(document: JsonObject): Promise<BadgeCheck> {
  try {
    await quadsOf(document);
    return holds(name, {
      ja: 'すべての項目が語彙で定義されています。',
      en: 'Every member is defined by its contexts.',
    });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code === 'context-unknown') return unknown(name, error.code, contextUnknown(error));
    const { where = '/', reason = '' } = error.parameters;
    return fails(name, error.code, {
      ja: `${where} の項目は、どの語彙にも定義されていません（${reason}）。発行元に修正を依頼してください。`,
      en: `What stands at ${where} is defined by no context (${reason}). Ask the issuer to mend it.`,
    });
  }
}

function contextUnknown({ parameters }: ServiceError) {
  const url = String(parameters.url).slice(0, 200);
  return {
    ja: `語彙 ${url} は登録されていないため、項目の意味を確認できません。`,
    en: `The context ${url} is not one that is known here, so what its terms mean cannot be checked.`,
  };
}
