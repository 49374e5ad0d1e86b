import type { Request } from 'express';

/** What a caller is told with 400. */
export class Misused extends Error {}

export interface Order {
  readonly Read?: boolean;
  readonly IDs?: readonly string[];
  readonly Search?: string;
}

/** A body as Go reads it; nothing at all is an order without members. */
export function orderOf(request: Request): Order {
  let order: unknown;
  try {
    order = JSON.parse(String(request.body || '{}'));
  } catch {
    throw new Misused('the body is no JSON');
  }
  const { Read, IDs, Search } = (order ?? {}) as { readonly [name in keyof Order]: unknown };
  const isIds = IDs === undefined || (Array.isArray(IDs) && IDs.every((id) => typeof id === 'string'));
  if (!isIds || !['undefined', 'boolean'].includes(typeof Read) || !['undefined', 'string'].includes(typeof Search)) {
    throw new Misused('Read is a boolean, IDs are strings, Search is a string');
  }
  return (order ?? {}) as Order;
}

export function rangeOf(request: Request): { readonly start: number; readonly limit: number } {
  const number = (name: string, byDefault: number): number => {
    const text = questionOf(request, name);
    return /^\d{1,9}$/.test(text) ? Number(text) : byDefault;
  };
  return { start: number('start', 0), limit: number('limit', 50) || Number.MAX_SAFE_INTEGER };
}

export function questionOf(request: Request, name: string): string {
  return new URL(request.originalUrl, 'http://localhost').searchParams.get(name)?.trim() ?? '';
}
