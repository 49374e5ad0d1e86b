import { errors } from 'appium/driver.js';
import type { Session } from '../session.ts';
import { type Given, numberIn, textIn } from './given.ts';

/** https://developer.android.com/reference/android/view/KeyEvent */
const keys = {
  home: 3,
  back: 4,
  power: 26,
  enter: 66,
  delete: 67,
  search: 84,
  escape: 111,
  switcher: 187,
  wakeUp: 224,
};

const firstDigit = 7;
const firstLetter = 29;
const space = 62;
const shift = 1;

export async function pressKey(session: Session, given: Given): Promise<void> {
  const { phone } = session;
  const code = numberIn(given, 'keycode');
  switch (code) {
    case keys.home:
      return phone.goHome();
    case keys.back:
    case keys.escape:
      return phone.goBack();
    case keys.switcher:
      return phone.openSwitcher();
    case keys.power:
      return phone.setLocked(!phone.isLocked);
    case keys.wakeUp:
      return undefined;
    case keys.enter:
    case keys.search:
      return submit(session);
    case keys.delete:
      return deleteBefore(session);
    default: {
      const text = textOf(code, (Number(given.metastate ?? 0) & shift) !== 0);
      if (text !== undefined) await phone.front().type(text);
    }
  }
}

function textOf(code: number, isShifted: boolean): string | undefined {
  if (code === space) return ' ';
  if (code >= firstDigit && code < firstDigit + 10) return String(code - firstDigit);
  if (code < firstLetter || code >= firstLetter + 26) return undefined;
  const letter = String.fromCharCode('a'.charCodeAt(0) + code - firstLetter);
  return isShifted ? letter.toUpperCase() : letter;
}

const actions = ['normal', 'unspecified', 'none', 'go', 'search', 'send', 'next', 'done', 'previous'];

export async function performEditorAction(session: Session, given: Given): Promise<void> {
  const action = textIn(given, 'action').toLowerCase();
  if (!actions.includes(action)) {
    throw new errors.InvalidArgumentError(`The action '${action}' is unknown. Known are: ${actions.join(', ')}`);
  }
  if (['go', 'search', 'send', 'done'].includes(action)) await submit(session);
}

/** What the key at the end of the keyboard does. */
async function submit({ phone }: Session): Promise<void> {
  const window = phone.front();
  await window.execute('document.activeElement?.form?.requestSubmit();', []);
  await window.settle();
}

async function deleteBefore({ phone }: Session): Promise<void> {
  const window = phone.front();
  await window.execute("document.execCommand('delete');", []);
  await window.settle();
}
