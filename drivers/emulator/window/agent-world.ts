import type { Json } from '#sim/kernel';
import type { Target } from '../../chromium/index.ts';
import type { BarSettings } from '../ui/bar-settings.ts';
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

/** The agent in one document: that of the window, or of a frame in it. */
interface FrameWorld {
  readonly frameId: string;
  readonly document: number;
  readonly contextId: number;
}

interface FrameTree {
  readonly frame: { readonly id: string };
  readonly childFrames?: readonly FrameTree[];
}

/** These act on the element itself, in the document that it stands in. */
const ownCommands = new Set(['focus', 'clear', 'page-editable']);

/** The agent in worlds of its own: the page shares its documents with it, and nothing else. */
export class AgentWorld {
  readonly #target: Target;
  readonly #setting: () => AgentSetting;
  readonly #worlds = new Map<string, Promise<FrameWorld>>();
  readonly #inner = new Set<string>();
  /** The document that the script of the bars was given to. */
  #barred: FrameWorld | undefined;
  #documents = 0;

  constructor(target: Target, setting: () => AgentSetting) {
    this.#target = target;
    this.#setting = setting;
    const forget = (frameId: string): void => void this.#worlds.delete(frameId);
    target.on('Page.frameNavigated', ({ frame }) => {
      // Another document stands there now.
      const { id } = frame as { readonly id: string };
      forget(id);
      if (id === target.id) this.#inner.clear();
    });
    target.on('Page.frameAttached', ({ frameId }) => void this.#inner.add(String(frameId)));
    target.on('Page.frameDetached', ({ frameId }) => {
      this.#inner.delete(String(frameId));
      forget(String(frameId));
    });
  }

  /** Throws AgentError; Error when the page is gone. */
  async call<Answer>(command: string, given: readonly Json[]): Promise<Answer> {
    for (let isFirst = true; ; isFirst = false) {
      try {
        const frames = this.#inner.size === 0 ? [] : await this.#frames();
        const world = await this.#world(await this.#homeOf(command, given));
        const words = [command, given, this.#setting(), frames].map((one) => JSON.stringify(one));
        return (await this.#ask(world, `todoku.call(${words.join(', ')})`)) as Answer;
      } catch (error) {
        if (!isFirst || !isGone(error)) throw error;
        this.#worlds.clear();
      }
    }
  }

  /** Paints the system's bars over the page; undefined takes them away. Throws Error when the page is gone. */
  async paintBars(settings: BarSettings | undefined): Promise<void> {
    const world = await this.#world(this.#target.id);
    const script = this.#barred === world ? '' : `${builtScript('handset-bars/bars.js')};`;
    this.#barred = world;
    const call = settings === undefined ? 'hide()' : `show(${JSON.stringify(settings)})`;
    const expression = `${script}todokuBars.${call}`;
    await this.#target.send('Runtime.evaluate', { expression, contextId: world.contextId });
  }

  /** The frame whose document a key belongs to. */
  async #homeOf(command: string, [key]: readonly Json[]): Promise<string> {
    if (!ownCommands.has(command) || typeof key !== 'string') return this.#target.id;
    const worlds = await Promise.all(this.#worlds.values());
    return worlds.find(({ document }) => key.startsWith(`${document}.`))?.frameId ?? this.#target.id;
  }

  /** What stands in the frames of the window, by their order in it. */
  async #frames(): Promise<Json[]> {
    const { frameTree } = await this.#target.send('Page.getFrameTree');
    return this.#treesBelow(frameTree as unknown as FrameTree);
  }

  #treesBelow({ childFrames = [] }: FrameTree): Promise<Json[]> {
    return Promise.all(
      childFrames.map(async (child): Promise<Json> => {
        // A frame in a process of its own is nobody's to look into.
        if (!this.#inner.has(child.frame.id)) return null;
        const inner = await this.#treesBelow(child);
        return this.#ask(await this.#world(child.frame.id), `todoku.tree(${JSON.stringify(inner)})`);
      }),
    );
  }

  async #ask({ contextId }: FrameWorld, expression: string): Promise<Json> {
    const asked = { expression, contextId, returnByValue: true, awaitPromise: true };
    const { result, exceptionDetails } = (await this.#target.send('Runtime.evaluate', asked)) as Evaluated;
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    const answer = result?.value ?? { value: null };
    if ('error' in answer) throw new AgentError(answer.error, answer.message);
    return answer.value;
  }

  #world(frameId: string): Promise<FrameWorld> {
    const known = this.#worlds.get(frameId);
    if (known !== undefined) return known;
    const world = this.#begin(frameId);
    this.#worlds.set(frameId, world);
    return world;
  }

  async #begin(frameId: string): Promise<FrameWorld> {
    this.#documents += 1;
    const document = this.#documents;
    const { executionContextId } = await this.#target.send('Page.createIsolatedWorld', {
      frameId,
      worldName: 'todoku',
    });
    const contextId = Number(executionContextId);
    const expression = `${builtScript('handset-agent/agent.js')};todoku.begin(${document});`;
    // Whatever is asked comes behind it; a document that is gone by then says so itself.
    void this.#target.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
    return { frameId, document, contextId };
  }
}

/** The document went away while it was asked. */
function isGone(error: unknown): boolean {
  return error instanceof Error && !(error instanceof AgentError) && /context|navigated|No frame/i.test(error.message);
}
