import type { Json } from './json.ts';
import type { World } from './world.ts';

/** What a command is given: JSON, because the journal writes it down, and bytes, which the journal names. */
export type Payload = { readonly [key: string]: Json | Uint8Array | undefined };

/**
 * One way to change the world. Its journal row is written in the transaction of its effects; when `run` throws,
 * neither happened. What must last although the answer is a refusal (a wrong try counted) is returned, not thrown.
 */
export interface Command<Given extends Payload = never, Result = unknown> {
  readonly name: string;
  /** Members of the payload that the journal seals: live tokens. Passwords never come this far: they are hashed at the edge. */
  readonly secrets: readonly string[];
  run(world: World, payload: Given): Result | Promise<Result>;
}

export function command<Given extends Payload, Result>(
  name: `${string}.${string}`,
  run: (world: World, payload: Given) => Result | Promise<Result>,
  options: { readonly secrets?: readonly (keyof Given & string)[] } = {},
): Command<Given, Result> {
  return { name, run, secrets: options.secrets ?? [] };
}

/** A part of the system: its own tables, the commands that change them, and what its timers do. */
export interface Module {
  readonly name: string;
  /** SQL that makes the module's tables (STRICT ones). */
  readonly tables: string;
  readonly commands: readonly Command[];
  readonly timers?: Readonly<Record<string, (world: World, payload: Json) => void | Promise<void>>>;
  /** What the module needs to stand in every world before its first command. */
  begin?(world: World): void;
}
