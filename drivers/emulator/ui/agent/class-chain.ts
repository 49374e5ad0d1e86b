import type { DialectElement } from './dialect-element.ts';
import { elementsOf } from './dialect-element.ts';
import { type Predicate, parsePredicate } from './predicate.ts';
import { TokenReader } from './token-reader.ts';

/** One step of a class chain: `XCUIElementTypeCell[`name == "a"`][$label == "b"$][2]` */
interface Link {
  /** `*`: of any type. */
  readonly type: string;
  /** Anywhere below, not just a child. */
  readonly isDeep: boolean;
  readonly own: readonly Predicate[];
  /** Something below meets it. */
  readonly below: readonly Predicate[];
  /** From 1; from the end when negative. */
  readonly position: number | undefined;
}

/**
 * https://github.com/facebookarchive/WebDriverAgent/wiki/Class-Chain-Queries-Construction-Rules
 * Throws AgentFault `invalid selector`.
 */
export function matchClassChain(root: DialectElement, text: string): DialectElement[] {
  let found: readonly DialectElement[] = [root];
  for (const link of parseClassChain(text)) found = [...new Set(found.flatMap((element) => follow(element, link)))];
  return [...found];
}

function follow(element: DialectElement, { type, isDeep, own, below, position }: Link): DialectElement[] {
  const all = isDeep ? descendants(element) : element.children;
  const found = all.filter(
    (one) =>
      (type === '*' || one.name === type) &&
      own.every((holds) => holds(one.attributes)) &&
      below.every((holds) => descendants(one).some(({ attributes }) => holds(attributes))),
  );
  if (position === undefined) return found;
  const chosen = found.at(position > 0 ? position - 1 : position);
  return chosen === undefined ? [] : [chosen];
}

function descendants(element: DialectElement): DialectElement[] {
  return element.children.flatMap((child) => [...elementsOf(child)]);
}

function parseClassChain(text: string): Link[] {
  const reader = new TokenReader(text, 'Class chain');
  const links: Link[] = [];
  do {
    const isDeep = reader.take(/\*\*\//y) !== undefined;
    const type = reader.take(/\*|XCUIElementType\w+/y);
    if (type === undefined) throw reader.fault('a type was expected');
    links.push({ type, isDeep, ...conditions(reader) });
  } while (reader.has('/'));
  if (!reader.isAtEnd) throw reader.fault('the end was expected');
  return links;
}

function conditions(reader: TokenReader): Pick<Link, 'own' | 'below' | 'position'> {
  const own: Predicate[] = [];
  const below: Predicate[] = [];
  let position: number | undefined;
  while (reader.has('[')) {
    if (reader.has('`')) own.push(parsePredicate(reader.until('`')));
    else if (reader.has('$')) below.push(parsePredicate(reader.until('$')));
    else {
      position = Number(reader.take(/-?\d+/y) ?? '0');
      if (position === 0) throw reader.fault('a predicate or a position was expected');
    }
    reader.expect(']');
  }
  return { own, below, position };
}
