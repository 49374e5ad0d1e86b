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
  table(name: string): Table;
}

/** Counts the writes to a table and whatever may have undone one: as long as the version is the same, so are the rows. */
export interface Table {
  readonly version: number;
}

/**
 * Whether a commit is on the disk when it returns (`lasting`: someone is told of it), or with the next lasting one. The
 * end of the process loses neither; a power cut may lose passing ones, the latest first. In memory it is all one.
 */
export type Durability = 'lasting' | 'passing';

/** The store of a database, with the transactions that open it for writing. */
export interface OpenableStore extends Store {
  begin(durability: Durability): void;
  commit(): void;
  rollback(): void;
  /** Brings passing commits to the disk. */
  settle(): void;
}

type CountedTable = { -readonly [Name in keyof Table]: Table[Name] };

interface Prepared {
  readonly statement: StatementSync;
  /** What it writes to; undefined when it only reads, or marks a savepoint. */
  readonly writes: CountedTable | 'any' | undefined;
}

const readingOrMarking = /^\s*(SELECT|SAVEPOINT|RELEASE)\b/i;
const writingTo = /^\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+(\w+)/i;

export function createStore(database: DatabaseSync): OpenableStore {
  let isOpen = false;
  const sync = createSync(database);
  const { tableOf, changeAll } = createTables();
  const statements = new Map<string, Prepared>();
  const prepared = (sql: string): Prepared => {
    let found = statements.get(sql);
    if (found === undefined) {
      const table = writingTo.exec(sql)?.[1];
      const other = readingOrMarking.test(sql) ? undefined : 'any';
      found = { statement: database.prepare(sql), writes: table === undefined ? other : tableOf(table) };
      statements.set(sql, found);
    }
    return found;
  };
  const writing = (sql: string): StatementSync => {
    if (!isOpen) throw new TypeError('the world changes only inside a command: use perform()');
    const { statement, writes } = prepared(sql);
    if (writes === 'any') changeAll();
    else if (writes !== undefined) writes.version += 1;
    return statement;
  };
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  const store: OpenableStore = {
    get: <Row>(sql: string, ...values: Bindable[]) => prepared(sql).statement.get(...values) as Row | undefined,
    all: <Row>(sql: string, ...values: Bindable[]) => prepared(sql).statement.all(...values) as Row[],
    run: (sql, ...values) => Number(writing(sql).run(...values).changes),
    insert: (sql, ...values) => Number(writing(sql).run(...values).lastInsertRowid),
    table: tableOf,
    begin(asked) {
      // While a world is made, the transaction that makes its tables is open already.
      if (!database.isTransaction) {
        sync.ask(asked);
        begin.run();
      }
      isOpen = true;
    },
    commit() {
      commit.run();
      isOpen = false;
      sync.committed();
    },
    rollback() {
      isOpen = false;
      // A commit that failed for want of space may have been rolled back by SQLite itself.
      if (database.isTransaction) rollback.run();
      changeAll();
    },
    settle() {
      if (!sync.isBehind()) return;
      store.begin('lasting');
      // Changes no byte, and still is a commit: it syncs the log with all that stands before it.
      database.exec('UPDATE world SET now = now');
      store.commit();
    },
  };
  return store;
}

function createTables() {
  const tables = new Map<string, CountedTable>();
  return {
    tableOf(name: string): CountedTable {
      let table = tables.get(name);
      if (table === undefined) {
        table = { version: 0 };
        tables.set(name, table);
      }
      return table;
    },
    changeAll(): void {
      for (const table of tables.values()) table.version += 1;
    },
  };
}

/** How far commits are on the disk: asks SQLite to sync the write-ahead log with those that must last. */
function createSync(database: DatabaseSync) {
  const isInFile = database.location() !== null;
  let durability: Durability | undefined;
  let isBehind = false;
  return {
    ask(asked: Durability): void {
      if (!isInFile || asked === durability) return;
      // https://www.sqlite.org/pragma.html#pragma_synchronous : FULL syncs the log at each commit.
      database.exec(`PRAGMA synchronous = ${asked === 'lasting' ? 'FULL' : 'NORMAL'}`);
      durability = asked;
    },
    committed(): void {
      isBehind = isInFile && durability === 'passing';
    },
    isBehind: (): boolean => isBehind,
  };
}
