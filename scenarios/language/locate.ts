import { isAlias, isMap, isNode, isScalar, isSeq, type Pair, Scalar } from 'yaml';
import type { Json } from '#sim/kernel';
import type { Located, Member, Place } from './located.ts';
import { codePointName, refusedCharacter, saidOfCharacter } from './refused-character.ts';
import type { Problem } from './scenario-fault.ts';

const aText = { ja: '文字列を書きます', en: 'a text is needed' };
const reserved = { ja: 'この名前は予約されています', en: 'the name is reserved' };

/** Keys that mean something to the language that this program is written in. */
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** A tag as it is written: `!!str`. */
function written(tag: string): string {
  return tag.replace(/^tag:yaml\.org,2002:/, '!!');
}

/** Turns a composed document (at most 32 levels) into plain values with their places; what is refused goes into `problems`. */
export function locate(contents: unknown, placeOf: (offset: number) => Place, problems: Problem[]): Located {
  return new Locator(placeOf, problems).visit(contents, { line: 1, column: 1 });
}

class Locator {
  readonly #placeOf: (offset: number) => Place;
  readonly #problems: Problem[];

  constructor(placeOf: (offset: number) => Place, problems: Problem[]) {
    this.#placeOf = placeOf;
    this.#problems = problems;
  }

  visit(node: unknown, fallback: Place): Located {
    if (!isNode(node)) return { value: null, place: fallback, source: '' };
    const place = node.range ? this.#placeOf(node.range[0]) : fallback;
    if (isAlias(node)) {
      this.#report('scenario-alias', place, `*${node.source}`);
      return { value: null, place };
    }
    if (node.anchor !== undefined) this.#report('scenario-alias', place, `&${node.anchor}`);
    if (node.tag !== undefined) this.#report('scenario-tag', place, written(node.tag));
    if (isMap(node)) return this.#mapping(node.items, place);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.visit(item, place));
      return { value: items.map((item) => item.value), place, items };
    }
    if (isScalar(node)) return this.#scalar(node, place);
    throw new TypeError('a YAML node of no known kind');
  }

  #mapping(pairs: readonly Pair[], place: Place): Located {
    const members = new Map<string, Member>();
    const value: { [key: string]: Json } = {};
    for (const pair of pairs) {
      const keyPlace = isNode(pair.key) && pair.key.range ? this.#placeOf(pair.key.range[0]) : place;
      const node = this.visit(pair.value, keyPlace);
      const key = this.#keyOf(pair, keyPlace);
      if (key === undefined) continue;
      const earlier = members.get(key)?.key;
      if (earlier !== undefined) {
        this.#report('scenario-duplicate-key', keyPlace, key, `${earlier.line}:${earlier.column}`);
        continue;
      }
      members.set(key, { key: keyPlace, node });
      value[key] = node.value;
    }
    return { value, place, members };
  }

  #keyOf(pair: Pair, place: Place): string | undefined {
    const { key } = pair;
    if (!isScalar(key) || typeof key.value !== 'string') {
      const text = isScalar(key) ? (key.source ?? '') : '? …';
      this.#report('scenario-key', place, text, aText, JSON.stringify(isScalar(key) ? text : 'key'));
      return undefined;
    }
    if (key.anchor !== undefined) this.#report('scenario-alias', place, `&${key.anchor}`);
    if (key.tag !== undefined) this.#report('scenario-tag', place, written(key.tag));
    if (key.value === '<<') this.#report('scenario-alias', place, '<<');
    else if (refusedKeys.has(key.value)) this.#report('scenario-key', place, key.value, reserved, 'own');
    else if (refusedCharacter.test(key.value)) this.#reportCharacter(place, key.value);
    else return key.value;
    return undefined;
  }

  #scalar(node: Scalar, place: Place): Located {
    const { value } = node;
    const source = node.type === Scalar.PLAIN ? (node.source ?? '') : undefined;
    const bare = source === undefined ? {} : { source };
    if (typeof value === 'string') {
      if (refusedCharacter.test(value)) this.#reportCharacter(place, value);
      return { value, place, ...bare };
    }
    if (typeof value === 'number') {
      const isExact = Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value));
      if (!isExact) this.#report('scenario-unquoted', place, source ?? '', aText, JSON.stringify(source));
      return { value: value === 0 ? 0 : value, place, ...bare };
    }
    return { value: typeof value === 'boolean' ? value : null, place, ...bare };
  }

  #report(
    code: Problem['code'],
    place: Place,
    found: string,
    expected: Problem['expected'] = '',
    suggestion = '',
  ): void {
    this.#problems.push({ code, place, found, expected, suggestion });
  }

  #reportCharacter(place: Place, text: string): void {
    const found = codePointName(refusedCharacter.exec(text)?.[0] ?? text);
    this.#problems.push({
      code: 'scenario-encoding',
      place,
      found,
      said: saidOfCharacter(found),
      expected: '',
      suggestion: '',
    });
  }
}
