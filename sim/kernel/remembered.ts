import type { Store, Table } from './store.ts';

interface Memory<Answer> {
  readonly tables: readonly Table[];
  version: number;
  readonly answers: Map<string, Answer>;
}

/** So that a long run between two writes does not fill the memory. */
const answersMax = 1_000;

/**
 * The same query, which answers from memory as long as none of its tables was written to. What it answers may depend
 * on these tables, the key and the world's parameters alone, and must not be changed by who gets it. An answer of
 * undefined is not remembered.
 */
export function remembered<World extends { readonly store: Store }, Answer>(
  tables: readonly string[],
  query: (world: World, key: string) => Answer,
): (world: World, key: string) => Answer {
  const memories = new WeakMap<Store, Memory<Answer>>();
  return (world, key) => {
    let memory = memories.get(world.store);
    if (memory === undefined) {
      memory = { tables: tables.map(world.store.table), version: -1, answers: new Map() };
      memories.set(world.store, memory);
    }
    // Versions only grow, so their sum is the same only when each of them is.
    let version = 0;
    for (const table of memory.tables) version += table.version;
    if (memory.version !== version || memory.answers.size >= answersMax) {
      memory.answers.clear();
      memory.version = version;
    }
    let answer = memory.answers.get(key);
    if (answer === undefined) {
      answer = query(world, key);
      if (answer !== undefined) memory.answers.set(key, answer);
    }
    return answer;
  };
}
