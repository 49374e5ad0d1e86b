import { hash } from 'node:crypto';
import { quadsOf } from './canonical-quads.ts';
import { markedCopy } from './document-shape.ts';
import type { Quad, Term } from './quad.ts';

/** Constant text, or the number of the text of a document that stands here; below zero, of a blank node: -1, -2 … */
type Piece = string | number;
type Line = readonly Piece[];

/**
 * The quads of a blank node as RDFC-1.0 hashes them, with `_:a` for itself and `_:z` for others, each with its place
 * among all: https://www.w3.org/TR/rdf-canon/#hash-1d-quads
 */
type BlankNode = readonly { readonly at: number; readonly line: Line }[];

/** The quads of all documents of one shape, with places for their texts. */
export interface Stencil {
  readonly lines: readonly Line[];
  readonly blankNodes: readonly BlankNode[];
  /** Of each text, whether it stands where an IRI does. */
  readonly isIri: readonly boolean[];
}

const marker = 'urn:todoku-marker:';
const rdfFirst = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#first';
const xsdString = 'http://www.w3.org/2001/XMLSchema#string';

/** What makes a stencil impossible; the standard way serves such documents. */
class Unprovable extends Error {}

/**
 * Runs the standard algorithm over a document whose texts are markers, and reads off where each of them went. The
 * stencil is right for every document of the shape whose IRIs are safe (`fillStencil`): JSON-LD then looks at no
 * text, it only moves it. Undefined when a marker did not come through as it was, exactly once its own kind of term.
 * Throws ServiceError `jsonld-unsafe`, `context-unknown`.
 */
export async function cutStencil(document: object, texts: number): Promise<Stencil | undefined> {
  const quads = await quadsOf(markedCopy(document, (text) => `${marker}${text}.`));
  try {
    return stencilOf(quads, texts);
  } catch (error) {
    if (error instanceof Unprovable) return undefined;
    throw error;
  }
}

function stencilOf(quads: readonly Quad[], texts: number): Stencil {
  const isIri: boolean[] = [];
  const blanks: string[] = [];
  const put = (term: Term): Line => {
    if (term.termType === 'BlankNode') {
      if (!blanks.includes(term.value)) blanks.push(term.value);
      return [-1 - blanks.indexOf(term.value)];
    }
    if (!term.value.includes(marker)) return [constantOf(term)];
    const text = Number(/^urn:todoku-marker:(\d+)\.$/.exec(term.value)?.[1] ?? Number.NaN);
    const asIri = term.termType === 'NamedNode';
    if (Number.isNaN(text) || (isIri[text] ?? asIri) !== asIri) throw new Unprovable();
    isIri[text] = asIri;
    return term.termType === 'Literal' ? ['"', text, `"${suffixOf(term)}`] : ['<', text, '>'];
  };
  const lines = quads.map(({ subject, predicate, object, graph }) => {
    // Lists are blank nodes of their own, one for each node that has one, also where two nodes turn out to be one.
    if (predicate.value === rdfFirst || graph.value.includes(marker)) throw new Unprovable();
    const tail = graph.termType === 'DefaultGraph' ? [] : [' ', ...put(graph)];
    return joined([...put(subject), ' ', constantOf(predicate), ' ', ...put(object), ...tail, ' .\n']);
  });
  for (let text = 0; text < texts; text++) if (isIri[text] === undefined) throw new Unprovable();
  return { lines, blankNodes: blanks.map((_, blank) => blankNodeOf(lines, -1 - blank)), isIri };
}

function blankNodeOf(lines: readonly Line[], blank: number): BlankNode {
  const named = (piece: Piece): Piece => {
    if (typeof piece === 'string' || piece >= 0) return piece;
    return piece === blank ? '_:a' : '_:z';
  };
  return lines.flatMap((line, at) => (line.includes(blank) ? [{ at, line: joined(line.map(named)) }] : []));
}

function constantOf(term: Term): string {
  if (term.termType === 'Literal') return `"${escaped(term.value)}"${suffixOf(term)}`;
  if (term.termType !== 'NamedNode' || term.value.includes(marker) || !isSafeText(term.value)) throw new Unprovable();
  return `<${term.value}>`;
}

function suffixOf({ datatype, language }: Term & { readonly termType: 'Literal' }): string {
  // Languages, and directions in their stead, are left to the standard way.
  if (language !== undefined || !isSafeText(datatype.value) || datatype.value.includes(marker)) throw new Unprovable();
  return datatype.value === xsdString ? '' : `^^<${datatype.value}>`;
}

/** Neighbours that are constant become one. */
function joined(pieces: Line): Line {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else result.push(piece);
  }
  return result;
}

/** Nothing that N-Quads would escape in an IRI: https://www.w3.org/TR/rdf-canon/#canonical-quads */
function isSafeText(iri: string): boolean {
  return !/[\0-\x20<>"{}|^`\\]/.test(iri);
}

/**
 * IRIs that JSON-LD leaves alone wherever they stand: absolute, in ASCII, and neither terms nor compact by the pinned
 * contexts, of which none has a term with a colon, nor `did` or `urn` (a test looks):
 * https://www.w3.org/TR/json-ld11-api/#iri-expansion
 */
function isSafeIri(text: string): boolean {
  return /^(?:https?:\/\/|urn:uuid:|did:)[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+$/.test(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
const special = /[\0-\x1f\x7f"\\]/g;
const escapes: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** https://www.w3.org/TR/rdf-canon/#canonical-quads : ECHAR, else UCHAR in capitals, and only for these characters. */
function escaped(text: string): string {
  return text.replace(special, (char) => escapes[char] ?? `\\u00${hexOf(char)}`);
}

function hexOf(char: string): string {
  return char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
}

/**
 * The canonical N-Quads of a document of the shape. Undefined where the stencil cannot vouch: an IRI that is not safe,
 * or blank nodes that only RDFC-1.0's Hash N-Degree Quads tells apart.
 */
export function fillStencil(stencil: Stencil, texts: readonly string[]): string | undefined {
  const { isIri, lines, blankNodes } = stencil;
  const written: string[] = [];
  for (const [index, text] of texts.entries()) {
    if (isIri[index] && !isSafeIri(text)) return undefined;
    written.push(isIri[index] ? text : escaped(text));
  }
  const names = blankNodes.map((_, blank) => `_:${blank}`);
  const named = lines.map((line) => filled(line, written, names));
  // A dataset is a set: texts that are equal may have made two quads one.
  const isFirst = (at: number): boolean => named.indexOf(named[at] ?? '') === at;
  const isSet = new Set(named).size === named.length;
  const hashes = blankNodes.map((node) => {
    const own = node.filter(({ at }) => isSet || isFirst(at));
    return hash('sha256', sorted(own.map(({ line }) => filled(line, written, []))), 'hex');
  });
  // https://www.w3.org/TR/rdf-canon/#canon-algorithm , 4.4.3 (3) to (5): unique hashes give the labels in their order.
  const inOrder = [...hashes].sort();
  if (inOrder.some((one, index) => one === inOrder[index - 1])) return undefined;
  const labels = hashes.map((one) => `_:c14n${inOrder.indexOf(one)}`);
  return sorted(lines.filter((_, at) => isSet || isFirst(at)).map((line) => filled(line, written, labels)));
}

function filled(line: Line, written: readonly string[], blanks: readonly string[]): string {
  let text = '';
  for (const piece of line) {
    if (typeof piece === 'string') text += piece;
    else text += piece >= 0 ? written[piece] : blanks[-1 - piece];
  }
  return text;
}

function sorted(lines: string[]): string {
  return lines.sort().join('');
}
