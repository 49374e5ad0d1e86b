import { AgentFault } from './agent-fault.ts';
import type { Setting } from './dialect-element.ts';
import { Agent } from './element-commands.ts';

// One script, that the driver runs in a world of its own in every page that it shows.
let agent = new Agent(0);

/** A new document: keys of elements begin with its number. */
function begin(document: number): void {
  agent = new Agent(document);
}

/** JSON in, JSON out. */
async function call(command: string, given: readonly unknown[], setting: Setting): Promise<unknown> {
  try {
    return { value: (await agent.call(command, given, setting)) ?? null };
  } catch (error) {
    if (error instanceof AgentFault) return { error: error.error, message: error.message };
    throw error;
  }
}

// The world is the agent's own: the page does not see it.
Object.assign(globalThis, { todoku: { begin, call } });
