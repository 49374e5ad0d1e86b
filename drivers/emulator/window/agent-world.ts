import type { Json } from '#sim/kernel';
import type { Target } from '../../chromium/index.ts';
import { AgentError, type AgentErrorName } from './agent-error.ts';
import { builtScript } from './built-script.ts';

/** What the agent is told about the window that it looks at. */
export interface AgentSetting {
  readonly scale: number;
  readonly app: { readonly name: string; readonly package: string };
}

interface Evaluated {
  readonly result?: { readonly value?: AgentAnswer };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

type AgentAnswer = { readonly value: Json } | { readonly error: AgentErrorName; readonly message: string };

/** The agent in a world of its own: the page shares its document with it, and nothing else. */
export class AgentWorld {
  readonly #target: Target;
  #context: Promise<number> | undefined;
  #documents = 0;
  readonly setting: () => AgentSetting;

  constructor(target: Target, setting: () => AgentSetting) {
    this.#target = target;
    this.setting = setting;
    target.on('Page.frameNavigated', ({ frame }) => {
      // Another document stands there now.
      if ((frame as { readonly id: string }).id === target.id) this.#context = undefined;
    });
  }

  /** Throws AgentError; Error when the page is gone. */
  async call<Answer>(command: string, given: readonly Json[]): Promise<Answer> {
    const expression = `todoku.call(${JSON.stringify(command)}, ${JSON.stringify(given)}, ${JSON.stringify(this.setting())})`;
    for (let isFirst = true; ; isFirst = false) {
      this.#context ??= this.#begin();
      const own = this.#context;
      try {
        const contextId = await own;
        const asked = { expression, contextId, returnByValue: true, awaitPromise: true };
        const answer = read(await this.#target.send('Runtime.evaluate', asked));
        if ('error' in answer) throw new AgentError(answer.error, answer.message);
        return answer.value as Answer;
      } catch (error) {
        // It went to another document while it was asked.
        const isGone =
          error instanceof Error && /context|navigated/i.test(error.message) && !(error instanceof AgentError);
        if (!isFirst || !isGone) throw error;
        if (this.#context === own) this.#context = undefined;
      }
    }
  }

  async #begin(): Promise<number> {
    this.#documents += 1;
    const frame = { frameId: this.#target.id, worldName: 'todoku' };
    const { executionContextId } = await this.#target.send('Page.createIsolatedWorld', frame);
    const begin = `${builtScript('handset-agent/agent.js')};todoku.begin(${this.#documents});`;
    await this.#target.send('Runtime.evaluate', { expression: begin, contextId: executionContextId });
    return Number(executionContextId);
  }
}

function read(evaluated: object): AgentAnswer {
  const { result, exceptionDetails } = evaluated as Evaluated;
  if (exceptionDetails !== undefined) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result?.value ?? { value: null };
}
