import { errors } from 'appium/driver.js';
import type { Session } from '../session.ts';
import { agentOf } from './agent.ts';
import type { Commands } from './command.ts';

/** The keyboard of the system stands on the screen while a field has the focus. */
async function isKeyboardShown(session: Session): Promise<boolean> {
  if (session.dialect === 'desktop') return false;
  const window = session.phone.front();
  const agent = agentOf(session, window);
  const key = await agent.active();
  return key !== null && (await agent.editable(key));
}

const blurBody = `
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  active?.blur();`;

async function hideKeyboard(session: Session): Promise<boolean> {
  const window = session.phone.front();
  await window.execute(blurBody, []);
  await window.settle();
  return true;
}

/** https://github.com/SeleniumHQ/selenium/wiki/JsonWireProtocol: a list of texts. */
async function keys(session: Session, given: unknown): Promise<void> {
  const parts: unknown[] = Array.isArray(given) ? given : [given];
  if (!parts.every((part) => typeof part === 'string')) {
    throw new errors.InvalidArgumentError("'value' must be a string or a list of strings");
  }
  await session.window().type(parts.join(''));
}

export const keyboardCommands: Commands = { isKeyboardShown, hideKeyboard, keys };
