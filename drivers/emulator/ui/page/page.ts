import { type Clock, HandsetClock } from './handset-clock.ts';
import { PendingWork } from './pending-work.ts';
import { defineFunctions } from './shell-functions.ts';
import { Visibility } from './visibility.ts';

// One script, that runs in the page's own world before anything of the page.

/** What the driver says when a document begins. */
interface Setting {
  readonly clock: Clock;
  readonly isVisible: boolean;
  readonly functions: readonly string[];
}

/** `todokuSetting` stands around this script: see page-world. */
declare const todokuSetting: Setting;

const { clock: setting, isVisible, functions } = todokuSetting;
const work = new PendingWork();
const clock = new HandsetClock(setting, work);
const visibility = new Visibility(isVisible);
const answer = window === window.top ? defineFunctions(functions) : undefined;

// By a symbol, so that no name of the page's is taken.
Object.defineProperty(globalThis, Symbol.for('todoku.page'), {
  value: {
    setClock: (to: Clock) => clock.set(to),
    setVisible: (to: boolean) => visibility.set(to),
    quiet: (frames: number) => work.quiet(frames).then(() => document.title),
    answer,
  },
});
