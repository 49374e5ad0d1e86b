import { canonicalQuads } from './canonical-quads.ts';
import { shapeOf } from './document-shape.ts';
import cut from './generated/cut-stencils.json' with { type: 'json' };
import { cutStencil, fillStencil, type Stencil } from './stencil.ts';

export interface CanonicalForm {
  /** N-Quads of RDFC-1.0. */
  readonly text: string;
  /** How it was made; the text is the same. */
  readonly way: 'stencil' | 'standard';
}

/** Cut beforehand (`own-stencils.ts`), by shape. */
const ownStencils: ReadonlyMap<string, Stencil> = new Map(Object.entries(cut as unknown as Record<string, Stencil>));

/** By shape, oldest first. An issuer has a handful: with and without a reading, a faculty, a status. */
const stencils = new Map<string, Promise<Stencil | undefined>>();
const stencilsMax = 128;

/**
 * The canonical form of a document that this project made, or that passes its schema: by a stencil where one can
 * vouch for it, by the standard way otherwise. Throws ServiceError `jsonld-unsafe`, `context-unknown`.
 */
export async function canonicalForm(document: object): Promise<CanonicalForm> {
  const text = await byStencil(document);
  return text === undefined ? standardForm(document) : { text, way: 'stencil' };
}

/** The canonical form of any document. Throws ServiceError `jsonld-unsafe`, `context-unknown`. */
export async function standardForm(document: object): Promise<CanonicalForm> {
  return { text: await canonicalQuads(document), way: 'standard' };
}

async function byStencil(document: object): Promise<string | undefined> {
  const shape = shapeOf(document);
  if (shape === undefined) return undefined;
  const own = ownStencils.get(shape.key);
  if (own !== undefined) return fillStencil(own, shape.texts);
  let stencil = stencils.get(shape.key);
  if (stencil === undefined) {
    // Whatever is wrong with the document itself, the standard way tells better: it knows the texts.
    stencil = cutStencil(document, shape.texts.length).catch(() => undefined);
    stencils.set(shape.key, stencil);
    const [oldest] = stencils.keys();
    if (stencils.size > stencilsMax && oldest !== undefined) stencils.delete(oldest);
  }
  const cut = await stencil;
  return cut === undefined ? undefined : fillStencil(cut, shape.texts);
}
