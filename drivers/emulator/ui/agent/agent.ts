import { AgentFault } from './agent-fault.ts';
import type { Setting } from './dialect-element.ts';
import { Agent } from './element-commands.ts';
import type { Subject } from './element-registry.ts';
import type { NativeNode } from './native-node.ts';

// One script, that the driver runs in a world of its own in every document that it shows.
let agent = new Agent(0);

type Answer = { readonly value: unknown } | { readonly error: string; readonly message: string };

/** A new document: keys of elements begin with its number. */
function begin(document: number): void {
  agent = new Agent(document);
}

/** JSON in, JSON out. `frames`: what stands in the frames of this document, by their order. */
async function call(
  command: string,
  given: readonly unknown[],
  setting: Setting,
  frames: readonly (NativeNode | null)[],
): Promise<Answer> {
  try {
    return { value: (await agent.call(command, given, setting, frames)) ?? null };
  } catch (error) {
    if (error instanceof AgentFault) return { error: error.error, message: error.message };
    throw error;
  }
}

/** What stands in this document, for the one around it. */
function tree(frames: readonly (NativeNode | null)[]): Answer {
  return { value: agent.native(frames) };
}

function subject(key: string): Subject {
  return agent.subject(key);
}

function keyOf(found: Subject): string {
  return agent.keyOf(found);
}

// The world is the agent's own: the page does not see it.
Object.assign(globalThis, { todoku: { begin, call, tree, subject, keyOf } });
