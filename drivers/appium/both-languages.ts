import { type Bilingual, catalogue, fillBoth, type Parameters } from '#sim/errors';
import { screenCatalogue } from '../handset/index.ts';

/** Gives a text that was read off a screen in one language in both; what it does not know it gives as it was read. */
export type BothOf = (text: string) => Bilingual;

/** Sentences of screens and of errors; those of others, names of schools for one, are given. `{place}` stands for anything. */
export function createBothOf(others: Iterable<Bilingual> = []): BothOf {
  const known = new Map<string, Bilingual>();
  const patterns: { readonly pattern: RegExp; readonly sentence: Bilingual }[] = [];
  const add = (sentence: Bilingual): void => {
    for (const text of [sentence.ja, sentence.en]) {
      if (!text.includes('{')) known.set(text, sentence);
      else if (text.replace(place, '').trim() !== '') patterns.push({ pattern: patternOf(text), sentence });
    }
  };
  for (const { texts } of Object.values(screenCatalogue)) texts.forEach(add);
  for (const { detail, nextStep } of Object.values(catalogue)) [detail, nextStep].forEach(add);
  for (const sentence of others) add(sentence);
  return (text) => {
    const exact = known.get(text);
    if (exact !== undefined) return exact;
    for (const { pattern, sentence } of patterns) {
      const values = pattern.exec(text)?.groups;
      if (values !== undefined) return fillBoth(sentence, values as Parameters);
    }
    return { ja: text, en: text };
  };
}

const place = /\{\w+\}/g;

function patternOf(text: string): RegExp {
  const seen = new Set<string>();
  const source = text
    .split(/(\{\w+\})/)
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const name = part.slice(1, -1);
      if (seen.has(name)) return `\\k<${name}>`;
      seen.add(name);
      return `(?<${name}>.+?)`;
    })
    .join('');
  return new RegExp(`^${source}$`, 's');
}
