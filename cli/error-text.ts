import { type Bilingual, type Language, ServiceError } from '#sim/errors';

/** What a person is told of an error; undefined when it is none of theirs but a bug of ours. */
export function told(error: unknown, language: Language): string | undefined {
  if (!(error instanceof ServiceError)) return undefined;
  // A scenario file names everything that is wrong with it at once.
  const problems: unknown = 'problems' in error ? error.problems : undefined;
  const all = Array.isArray(problems) ? problems.filter((one) => one instanceof ServiceError) : [error];
  return all.map((one) => `${one.detail[language]}${guess(one)[language]}\n  → ${one.nextStep[language]}\n`).join('');
}

/** What was probably meant, as withNearest put it there. */
function guess(error: ServiceError): Bilingual {
  const nearest: unknown = 'nearest' in error ? error.nearest : '';
  if (typeof nearest !== 'string' || nearest === '') return { ja: '', en: '' };
  return { ja: `もしかして: ${nearest}`, en: ` Did you mean: ${nearest}?` };
}
