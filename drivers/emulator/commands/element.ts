import { errors } from 'appium/driver.js';
import type { ElementReference } from '../element-reference.ts';
import type { Session } from '../session.ts';
import type { Box, Point } from '../window/app-window.ts';
import { type Agent, agentOf, askPage } from './agent.ts';
import { type Commands, requireText } from './command.ts';

interface Asked {
  readonly agent: Agent;
  readonly window: ReturnType<Session['window']>;
  readonly key: string;
}

function asked(session: Session, elementId: string): Asked {
  const { window, key } = session.element(elementId);
  return { agent: agentOf(session, window), window, key };
}

/** As a finger does it: whatever lies on top of the element gets the touch. */
async function click(session: Session, elementId: string): Promise<void> {
  const { agent, window, key } = asked(session, elementId);
  const point = await agent.tapPoint(key);
  await window.touch([
    { type: 'down', ...point },
    { type: 'up', ...point },
  ]);
}

/** What stands in the field stays, as with both real drivers. */
async function setValue(session: Session, text: unknown, elementId: string): Promise<void> {
  const typed = requireText(text, 'text');
  const { agent, window, key } = asked(session, elementId);
  if (!(await agent.editable(key))) refuseText(session, typed);
  if ((await agent.active()) !== key) await click(session, elementId);
  await agent.focus(key);
  await window.type(typed);
}

function refuseText(session: Session, typed: string): never {
  if (session.isWeb) throw new errors.ElementNotInteractableError();
  // io.appium.uiautomator2.handler.SendKeysToElement
  throw new errors.InvalidElementStateError(
    `Cannot set the element to '${typed}'. Did you interact with the correct element?`,
  );
}

async function replaceValue(session: Session, text: unknown, elementId: string): Promise<void> {
  requireText(text, 'text');
  await clear(session, elementId);
  await setValue(session, text, elementId);
}

async function clear(session: Session, elementId: string): Promise<void> {
  const { agent, window, key } = asked(session, elementId);
  await agent.clear(key);
  await window.settle();
}

async function getElementRect(session: Session, elementId: string): Promise<Box> {
  const { agent, key } = asked(session, elementId);
  return agent.rect(key);
}

async function getLocation(session: Session, elementId: string): Promise<Point> {
  const { x, y } = await getElementRect(session, elementId);
  return { x, y };
}

async function getSize(
  session: Session,
  elementId: string,
): Promise<{ readonly width: number; readonly height: number }> {
  const { width, height } = await getElementRect(session, elementId);
  return { width, height };
}

async function getText(session: Session, elementId: string): Promise<string> {
  const { agent, key } = asked(session, elementId);
  return agent.text(key);
}

async function getName(session: Session, elementId: string): Promise<string> {
  const { agent, key } = asked(session, elementId);
  return agent.name(key);
}

async function getAttribute(session: Session, name: string, elementId: string): Promise<string | null> {
  const { agent, key } = asked(session, elementId);
  return agent.attribute(key, name);
}

/** Elements of the system have attributes alone. */
async function getProperty(session: Session, name: string, elementId: string): Promise<unknown> {
  if (!session.isWeb) return getAttribute(session, name, elementId);
  const { window, key } = asked(session, elementId);
  return askPage(window, 'property', key, name);
}

async function getCssProperty(session: Session, name: string, elementId: string): Promise<string> {
  if (!session.isWeb) throw new errors.NotImplementedError();
  const { window, key } = asked(session, elementId);
  return askPage(window, 'css', key, name);
}

async function getComputedRole(session: Session, elementId: string): Promise<string> {
  if (!session.isWeb) throw new errors.NotImplementedError();
  const { window, key } = asked(session, elementId);
  return askPage(window, 'role', key);
}

async function getComputedLabel(session: Session, elementId: string): Promise<string> {
  if (!session.isWeb) throw new errors.NotImplementedError();
  const { window, key } = asked(session, elementId);
  return askPage(window, 'label', key);
}

async function elementDisplayed(session: Session, elementId: string): Promise<boolean> {
  const { agent, key } = asked(session, elementId);
  return agent.displayed(key);
}

async function elementEnabled(session: Session, elementId: string): Promise<boolean> {
  const { agent, key } = asked(session, elementId);
  return agent.enabled(key);
}

async function elementSelected(session: Session, elementId: string): Promise<boolean> {
  const { agent, key } = asked(session, elementId);
  return agent.selected(key);
}

async function active(session: Session): Promise<ElementReference> {
  const window = session.window();
  const key = await agentOf(session, window).active();
  if (key === null) throw new errors.NoSuchElementError('No element has the focus');
  return session.reference(window, key);
}

export const elementCommands: Commands = {
  click,
  setValue,
  setValueImmediate: setValue,
  replaceValue,
  clear,
  getElementRect,
  getLocation,
  getSize,
  getText,
  getName,
  getAttribute,
  getProperty,
  getCssProperty,
  getComputedRole,
  getComputedLabel,
  elementDisplayed,
  elementEnabled,
  elementSelected,
  active,
};
