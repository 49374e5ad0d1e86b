/** An object as JSON.parse gives it, of which nothing more is known. */
export type JsonObject = { readonly [name: string]: unknown };

/** The value, when it is a JSON object. */
export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}
