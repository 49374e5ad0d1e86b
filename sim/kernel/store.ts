import type { DatabaseSync, StatementSync } from 'node:sqlite';

export type Bindable = string | number | bigint | null | Uint8Array;

/**
 * The rows of the world. Reading is free; writing is refused outside a command, because what no journal row stands
 * behind could not be replayed.
 */
export interface Store {
  get<Row>(sql: string, ...values: Bindable[]): Row | undefined;
  all<Row>(sql: string, ...values: Bindable[]): Row[];
  /** Returns the number of rows changed. Throws TypeError outside a command. */
  run(sql: string, ...values: Bindable[]): number;
  /** Writes one row and returns its rowid. Throws TypeError outside a command. */
  insert(sql: string, ...values: Bindable[]): number;
  /** Writes, and returns the one row of a RETURNING clause. Throws TypeError outside a command. */
  returning<Row>(sql: string, ...values: Bindable[]): Row;
}

export function createStore(database: DatabaseSync, isOpen: () => boolean): Store {
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const writing = (sql: string): StatementSync => {
    if (!isOpen()) throw new TypeError('the world changes only inside a command: use perform()');
    return prepared(sql);
  };
  return {
    get: <Row>(sql: string, ...values: Bindable[]) => prepared(sql).get(...values) as Row | undefined,
    all: <Row>(sql: string, ...values: Bindable[]) => prepared(sql).all(...values) as Row[],
    run: (sql, ...values) => Number(writing(sql).run(...values).changes),
    insert: (sql, ...values) => Number(writing(sql).run(...values).lastInsertRowid),
    returning: <Row>(sql: string, ...values: Bindable[]) => writing(sql).get(...values) as Row,
  };
}
