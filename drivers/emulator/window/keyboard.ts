import type { Target } from '../../chromium/index.ts';

interface Key {
  readonly key: string;
  readonly code: string;
  /** https://developer.mozilla.org/docs/Web/API/KeyboardEvent/keyCode */
  readonly number: number;
  /** What it writes. */
  readonly text?: string;
}

/** Keys that are no letters, by W3C code point or control character. https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keys: Readonly<Record<string, Key>> = {
  '\n': { key: 'Enter', code: 'Enter', number: 13, text: '\r' },
  '\r': { key: 'Enter', code: 'Enter', number: 13, text: '\r' },
  '\t': { key: 'Tab', code: 'Tab', number: 9 },
  '\b': { key: 'Backspace', code: 'Backspace', number: 8 },
  '\ue003': { key: 'Backspace', code: 'Backspace', number: 8 },
  '\ue004': { key: 'Tab', code: 'Tab', number: 9 },
  '\ue006': { key: 'Enter', code: 'Enter', number: 13, text: '\r' },
  '\ue007': { key: 'Enter', code: 'Enter', number: 13, text: '\r' },
  '\ue00c': { key: 'Escape', code: 'Escape', number: 27 },
  '\ue00d': { key: ' ', code: 'Space', number: 32, text: ' ' },
  '\ue00e': { key: 'PageUp', code: 'PageUp', number: 33 },
  '\ue00f': { key: 'PageDown', code: 'PageDown', number: 34 },
  '\ue010': { key: 'End', code: 'End', number: 35 },
  '\ue011': { key: 'Home', code: 'Home', number: 36 },
  '\ue012': { key: 'ArrowLeft', code: 'ArrowLeft', number: 37 },
  '\ue013': { key: 'ArrowUp', code: 'ArrowUp', number: 38 },
  '\ue014': { key: 'ArrowRight', code: 'ArrowRight', number: 39 },
  '\ue015': { key: 'ArrowDown', code: 'ArrowDown', number: 40 },
  '\ue017': { key: 'Delete', code: 'Delete', number: 46 },
};

/** Keys that are pressed, one after the other; what is written in between comes as from the keyboard on the glass. */
export async function typeKeys(target: Target, text: string): Promise<void> {
  const sent: Promise<unknown>[] = [];
  let written = '';
  const flush = (): void => {
    if (written !== '') sent.push(target.send('Input.insertText', { text: written }));
    written = '';
  };
  for (const character of text) {
    const key = keys[character];
    if (key === undefined) written += character;
    else {
      flush();
      sent.push(...press(target, key));
    }
  }
  flush();
  await Promise.all(sent);
}

function press({ send }: Target, { key, code, number, text }: Key): Promise<unknown>[] {
  const told = { key, code, windowsVirtualKeyCode: number };
  return [
    send('Input.dispatchKeyEvent', {
      type: text === undefined ? 'rawKeyDown' : 'keyDown',
      ...told,
      ...(text && { text }),
    }),
    send('Input.dispatchKeyEvent', { type: 'keyUp', ...told }),
  ];
}
