/** A sentence in the two languages that every user-visible text exists in; Japanese is written first. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

export type Language = keyof Bilingual;

export type Parameters = Readonly<Record<string, string | number>>;

/** Puts parameters into the `{name}` places of a sentence; a place without a parameter stays visible. */
export function fill(text: string, parameters: Parameters): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(parameters[name] ?? place));
}

export function fillBoth(text: Bilingual, parameters: Parameters): Bilingual {
  return { ja: fill(text.ja, parameters), en: fill(text.en, parameters) };
}
