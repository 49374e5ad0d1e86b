import { hash } from 'node:crypto';
import jsonld from 'jsonld';
import { parseDocument } from 'yaml';
import { textInPng, textInSvg } from '../peers/baked-specimen.ts';
import { outsideLoader } from '../peers/outside-documents.ts';
import { canonicalOf, quadsOf } from '../peers/verifiers/rdf-stack.ts';

/** What a file says, as its readers have it; the same text for the same claims. */
export interface Meaning {
  /** Of a JWS the payload as it was signed; of a document the canonical dataset without its proofs. */
  readonly streamed: string;
  /** The same by jsonld, which knows more of JSON-LD (sets in sets, terms defined again as they were). */
  readonly expanded: string;
}

/** Reads with what shares no line with ours. Undefined when a name stands twice: then it says nothing for sure. */
export async function meaningOf(file: Uint8Array): Promise<Meaning | undefined> {
  const text = textIn(Buffer.from(file))
    .replace(/^\ufeff/, '')
    .trim();
  if (!text.startsWith('{')) {
    const payload = hash('sha256', text.split('.')[1] ?? '', 'hex');
    return { streamed: payload, expanded: payload };
  }
  // YAML is JSON, read by somebody to whom a name that stands twice is an error.
  if (parseDocument(text).errors.some(({ code }) => code === 'DUPLICATE_KEY')) return undefined;
  const { proof, ...document } = JSON.parse(text) as { readonly proof?: unknown };
  const expanded = await canonicalOf(await quadsByJsonld(document));
  const contexts: readonly unknown[] = [(document as { readonly '@context'?: unknown })['@context']].flat();
  // Of contexts that stand inside the document, the streaming parser makes other things (`@propagate` of the last one).
  const isPlain = contexts.every((context) => typeof context === 'string');
  const quads = isPlain ? await quadsOf(JSON.stringify(typeFirst(document))).catch(() => undefined) : undefined;
  return { streamed: quads === undefined ? expanded : await canonicalOf(quads), expanded };
}

/** In the order that streams are best read in, https://www.w3.org/TR/json-ld11-streaming/ : order means nothing otherwise. */
function typeFirst(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typeFirst);
  if (typeof value !== 'object' || value === null) return value;
  const rank = (name: string): number => ['@context', 'type', '@type', 'id', '@id'].indexOf(name) >>> 0;
  const entries = Object.entries(value).toSorted(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(entries.map(([name, member]) => [name, typeFirst(member)]));
}

async function quadsByJsonld(document: object): ReturnType<typeof quadsOf> {
  const options = { documentLoader: outsideLoader(new Map()), base: '', safe: false };
  return (await jsonld.toRDF(document, options as object)) as unknown as Awaited<ReturnType<typeof quadsOf>>;
}

function textIn(file: Buffer): string {
  if (file.toString('latin1', 0, 4) === '\x89PNG') return textInPng(file);
  const text = file.toString('utf8');
  return /^\ufeff?\s*</.test(text) ? unescaped(textInSvg(text)) : text;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.startsWith('{') ? text : text.replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity);
}
