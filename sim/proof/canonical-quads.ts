import { createHash } from 'node:crypto';
import { ServiceError } from '../errors/index.ts';
import { checkBounds } from './document-bounds.ts';
import { documentLoader } from './document-loader.ts';
import type { Quad } from './quad.ts';

/** What blank nodes may cost: a credential needs a digest for each; the rest are puzzles made to take for ever. */
const digestsMax = 10_000;
const digestedTextMax = 8_000_000;
const permutationsMax = 2_000;

/**
 * The canonical N-Quads of a JSON-LD document: https://www.w3.org/TR/json-ld11-api/#deserialize-json-ld-to-rdf-algorithm
 * in safe mode, then RDFC-1.0. Throws ServiceError `jsonld-unsafe`, `context-unknown`.
 */
export async function canonicalQuads(document: object): Promise<string> {
  return canonicalize(await quadsOf(document));
}

/** The quads of a JSON-LD document, none lost on the way. Throws ServiceError `jsonld-unsafe`, `context-unknown`. */
export async function quadsOf(document: object): Promise<readonly Quad[]> {
  checkBounds(document);
  const { default: jsonld } = await import('jsonld');
  // What is not text in the data model of VCDM 2.0 §11.1 (direction) is kept as the suites of others keep it.
  const options = {
    documentLoader,
    base: '',
    safe: true,
    produceGeneralizedRdf: false,
    rdfDirection: 'i18n-datatype',
  };
  try {
    const expanded = await jsonld.expand(document, options as object);
    checkNames(expanded, document);
    return unique((await jsonld.toRDF(expanded, { ...options, skipExpansion: true } as object)) as readonly Quad[]);
  } catch (error) {
    throw refusalOf(error, document);
  }
}

/**
 * jsonld keeps nodes in plain objects by their ids: one that is called `__proto__` would be written into the prototype
 * of every object of the process. No such name is an absolute IRI, so safe mode refuses them all, but only afterwards.
 * Throws ServiceError `jsonld-unsafe`.
 */
function checkNames(expanded: unknown, document: object): void {
  if (typeof expanded !== 'object' || expanded === null) return;
  for (const [name, member] of Object.entries(expanded)) {
    const ids = name === '@id' || name === '@type' ? [member].flat() : [];
    for (const id of ids) {
      if (typeof id !== 'string' || !(id in {})) continue;
      throw new ServiceError('jsonld-unsafe', { reason: 'relative reference', where: pointerTo(document, id) ?? '/' });
    }
    checkNames(member, document);
  }
}

/** A dataset is a set; jsonld gives `true` and `"true"` of one member twice. */
function unique(quads: readonly Quad[]): readonly Quad[] {
  return [...new Map(quads.map((quad) => [JSON.stringify(quad), quad])).values()];
}

/** https://www.w3.org/TR/rdf-canon/#canon-algorithm (RDFC-1.0). Throws ServiceError `jsonld-unsafe` beyond its work. */
async function canonicalize(quads: readonly Quad[]): Promise<string> {
  const { canonize } = await import('rdf-canonize');
  const budget = workBudget();
  try {
    return await canonize(quads, { algorithm: 'RDFC-1.0', maxWorkFactor: 2, ...budget });
  } catch (error) {
    const reason = 'blank nodes that take too much work to tell apart';
    throw new ServiceError('jsonld-unsafe', { reason, where: '/' }, { cause: error });
  }
}

/** Counts what is done, so that a refusal does not depend on how fast the machine is. */
function workBudget() {
  let digests = 0;
  let text = 0;
  let looks = 0;
  return {
    signal: {
      reason: 'too many permutations',
      get aborted(): boolean {
        return ++looks > permutationsMax;
      },
    },
    createMessageDigest() {
      if (++digests > digestsMax) throw new RangeError('too many digests');
      const digest = createHash('sha256');
      return {
        update(part: string): void {
          text += part.length;
          if (text > digestedTextMax) throw new RangeError('too much text to digest');
          digest.update(part, 'utf8');
        },
        digest: (): string => digest.digest('hex'),
      };
    },
  };
}

interface JsonLdFailure {
  readonly message: string;
  readonly details?: {
    readonly code?: string;
    readonly cause?: unknown;
    readonly event?: { readonly code: string; readonly details: Readonly<Record<string, unknown>> };
  };
}

/** jsonld wraps what the loader threw, and says what safe mode met as an event with its details. */
function refusalOf(error: unknown, document: object): ServiceError {
  if (error instanceof ServiceError) return error;
  const { details, message } = error as JsonLdFailure;
  if (details?.cause instanceof ServiceError) return details.cause;
  const { event } = details ?? {};
  const named = Object.values(event?.details ?? {}).filter((value) => typeof value === 'string');
  const where = named.map((name) => pointerTo(document, name)).find((pointer) => pointer !== undefined);
  const reason = event?.code ?? details?.code ?? message;
  return new ServiceError('jsonld-unsafe', { reason, where: where ?? named[0] ?? '/' }, { cause: error });
}

/** The JSON Pointer of the first member of that name, or of the first text that is it. */
function pointerTo(value: unknown, text: string): string | undefined {
  if (value === text) return '';
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const step = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (name === text) return step;
    const rest = name === '@context' ? undefined : pointerTo(member, text);
    if (rest !== undefined) return step + rest;
  }
  return undefined;
}
