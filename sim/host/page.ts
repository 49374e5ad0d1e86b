/** Which part of a list is asked for. */
export interface PageQuery {
  /** ≥ 1; what the server may shorten. */
  readonly limit: number;
  /** ≥ 0 */
  readonly offset: number;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  /** The offsets of other pages, none when the page is the whole list: https://www.imsglobal.org/spec/ob/v3p0/#getcredentials */
  readonly links: Readonly<Partial<Record<'first' | 'last' | 'next' | 'prev', number>>>;
}

export function pageOf<Item>(all: readonly Item[], { limit, offset }: PageQuery): Page<Item> {
  const items = all.slice(offset, offset + limit);
  const total = all.length;
  if (items.length === total) return { items, total, links: {} };
  return {
    items,
    total,
    links: {
      first: 0,
      last: Math.floor((total - 1) / limit) * limit,
      ...(offset + limit < total && { next: offset + limit }),
      ...(offset > 0 && { prev: Math.max(0, Math.min(offset, total) - limit) }),
    },
  };
}
