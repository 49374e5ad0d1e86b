import type { Json } from '#sim/kernel';
import { systemNow } from '#sim/kernel';
import type { Answer, Target } from '../../chromium/index.ts';
import type { Activity } from './activity.ts';
import type { WindowClock, WindowOptions } from './app-window.ts';
import { builtScript } from './built-script.ts';

/** How the page's script is reached: see ui/page. */
const page = "globalThis[Symbol.for('todoku.page')]";

/** What a page finds there before anything of its own runs: the handset's clock, whether it is seen, functions of the shell. */
export class PageWorld {
  readonly #target: Target;
  readonly #options: WindowOptions;
  readonly #activity: Activity;
  #clock: WindowClock;
  #isVisible = true;
  #script: Promise<Answer> | undefined;

  constructor(target: Target, options: WindowOptions, activity: Activity) {
    this.#target = target;
    this.#options = options;
    this.#activity = activity;
    this.#clock = options.clock;
    target.on('Runtime.bindingCalled', (told) => void this.#called(told).catch(() => undefined));
  }

  /** Commands for before the page goes on. */
  begin(): Promise<unknown>[] {
    // Bindings come into being in contexts that the session hears of.
    const heard = this.#target.send('Runtime.enable');
    const bound = this.#target.send('Runtime.addBinding', { name: 'todokuCall' });
    this.#script = this.#addScript();
    return [heard, bound, this.#script];
  }

  async setClock(clock: WindowClock): Promise<void> {
    this.#clock = clock;
    await this.#set('setClock', this.#toldClock());
  }

  async setVisible(isVisible: boolean): Promise<void> {
    this.#isVisible = isVisible;
    await this.#set('setVisible', isVisible);
  }

  /** Until the page has put nothing off any more, and has painted so often. Its title; undefined when it went away. */
  async quiet(frames: number): Promise<string | undefined> {
    const asked = { expression: `${page}?.quiet(${frames})`, awaitPromise: true, returnByValue: true };
    const { result } = await this.#target.send('Runtime.evaluate', asked).catch(() => ({ result: {} }));
    const { value } = result as { readonly value?: Json };
    return typeof value === 'string' ? value : undefined;
  }

  /** For the document that stands, and for those that come. */
  async #set(name: string, value: object | boolean): Promise<void> {
    const before = this.#script;
    const expression = `${page}?.${name}(${JSON.stringify(value)})`;
    const told = this.#target.send('Runtime.evaluate', { expression });
    this.#script = this.#addScript();
    const identifier = (await before)?.identifier;
    await Promise.all([
      told,
      this.#script,
      this.#target.send('Page.removeScriptToEvaluateOnNewDocument', { identifier }),
    ]);
  }

  #addScript(): Promise<Answer> {
    const { functions = {}, questions = {}, startScript = '' } = this.#options;
    const setting = {
      clock: this.#toldClock(),
      isVisible: this.#isVisible,
      functions: [...Object.keys(functions), ...Object.keys(questions)],
    };
    const own = `(() => { const todokuSetting = ${JSON.stringify(setting)}; ${builtScript('handset-page/page.js')} })();`;
    const source = `${own}if (window === window.top) { ${startScript}\n}`;
    return this.#target.send('Page.addScriptToEvaluateOnNewDocument', { source });
  }

  #toldClock(): { readonly frozenAt: number | null; readonly skewMs: number } {
    const { now, mode } = this.#clock;
    return mode === 'frozen' ? { frozenAt: now, skewMs: 0 } : { frozenAt: null, skewMs: now - systemNow() };
  }

  async #called({ name, payload, executionContextId }: Answer): Promise<void> {
    if (name !== 'todokuCall') return;
    const { id, name: called, given } = JSON.parse(String(payload)) as { id: number; name: string; given: Json[] };
    const { functions = {}, questions = {} } = this.#options;
    const [own, question] = [functions[called], questions[called]];
    const [isWell, value] = await outcome(
      own === undefined ? question?.(...given) : this.#activity.during(own(...given)),
    );
    const expression = `${page}.answer(${id}, ${isWell}, ${JSON.stringify(value ?? null)})`;
    const answered = this.#target.send('Runtime.evaluate', { expression, contextId: executionContextId });
    await this.#activity.during(answered);
  }
}

async function outcome(work: Promise<Json> | undefined): Promise<[isWell: boolean, value: Json | undefined]> {
  try {
    return [true, await work];
  } catch (error) {
    return [false, error instanceof Error ? error.message : String(error)];
  }
}
