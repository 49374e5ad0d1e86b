import { ServiceError } from '../errors/index.ts';
import { isPinned } from './contexts.ts';

/** The fullest example of OB 3.0 has 545 values on 10 levels; pictures are most of the text where there are some. */
const valuesMax = 2_000;
const textMax = 2_000_000;
const depthMax = 64;
/** Contexts that are named or written inside the document: each costs again wherever it applies. */
const contextValuesMax = 100;
const contextUrlsMax = 24;

/** What may stand in a node or a value and be signed: https://www.w3.org/TR/json-ld11/#json-ld-grammar */
const keywords: ReadonlySet<string> = new Set([
  ...['@context', '@id', '@type', '@value', '@language', '@direction'],
  ...['@list', '@set', '@graph', '@included', '@nest', '@reverse'],
]);

/**
 * Refuses what would keep a JSON-LD processor busy, before one sees it: time grows with the values, and with the
 * contexts inside times the values that they apply to. Throws ServiceError `jsonld-unsafe`, `context-unknown`.
 */
export function checkBounds(document: object): void {
  const counts = { values: 0, text: 0, contextValues: 0, contextUrls: 0 };
  look(document, { counts, depth: 0, context: 'none', where: '' });
}

interface Place {
  readonly counts: { values: number; text: number; contextValues: number; contextUrls: number };
  readonly depth: number;
  /** Whether this is a context, as it is named or written there, or something inside of one. */
  readonly context: 'none' | 'whole' | 'inside';
  readonly where: string;
}

function look(value: unknown, { counts, depth, context, where }: Place): void {
  const refuse = (reason: string): never => {
    throw new ServiceError('jsonld-unsafe', { reason, where: where || '/' });
  };
  if (++counts.values > valuesMax) refuse(`more than ${valuesMax} values`);
  if (depth > depthMax) refuse(`more than ${depthMax} levels`);
  if (context !== 'none' && ++counts.contextValues > contextValuesMax) refuse('contexts too long');
  if (typeof value === 'string') {
    counts.text += value.length;
    if (counts.text > textMax) refuse(`more than ${textMax} characters`);
    // Half of a surrogate pair would be hashed as U+FFFD: another text with the same signature.
    if (!value.isWellFormed()) refuse('text that is not Unicode');
    if (context === 'whole' && ++counts.contextUrls > contextUrlsMax) refuse('too many contexts');
    // Here and not only in the loader, which jsonld does not ask for what it remembers from other loaders.
    if (context === 'whole' && !isPinned(value)) throw new ServiceError('context-unknown', { url: value });
  }
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [name, member] of Object.entries(value)) {
    if (name === '__proto__' || !name.isWellFormed()) refuse('a member whose name cannot be');
    // jsonld passes over `@json`, `@vocab` or `@index` in a node without a word; others read what is in there.
    if (context === 'none' && name.startsWith('@') && !keywords.has(name)) refuse(`${name.slice(0, 40)} in a node`);
    const step = where.length < 200 ? `${where}/${name}` : where;
    look(member, { counts, depth: depth + 1, context: contextOf(name, context, isList), where: step });
  }
}

function contextOf(name: string, around: Place['context'], isList: boolean): Place['context'] {
  if (name === '@context' || name === '@import') return 'whole';
  return around === 'whole' && !isList ? 'inside' : around;
}
