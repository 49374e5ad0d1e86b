import { errors } from 'appium/driver.js';
import { type ElementReference } from '../element-reference.ts';
import type { Session } from '../session.ts';
import type { Box, Point } from '../window/app-window.ts';
import { type Agent, agentOf } from './agent.ts';
import { type Commands, requireText } from './command.ts';

interface Asked {
  readonly agent: Agent;
  readonly window: ReturnType<Session['window']>;
  readonly node: number;
}

function asked(session: Session, elementId: string): Asked {
  const { window, node } = session.element(elementId);
  return { agent: agentOf(session, window), window, node };
}

/** As a finger does it: whatever lies on top of the element gets the touch. */
async function click(session: Session, elementId: string): Promise<void> {
  const { agent, window, node } = asked(session, elementId);
  const point = await agent.clickPoint(node);
  await window.touch([
    { type: 'down', ...point },
    { type: 'up', ...point },
  ]);
}

/** What stands in the field stays, as with both real drivers. */
async function setValue(session: Session, text: unknown, elementId: string): Promise<void> {
  const typed = requireText(text, 'text');
  const { agent, window, node } = asked(session, elementId);
  if (!(await agent.isEditable(node))) throw notEditable(session, typed);
  if ((await agent.active()) !== node) await click(session, elementId);
  await agent.focus(node);
  await window.type(typed);
}

function notEditable(session: Session, typed: string): Error {
  if (session.isWeb) return new errors.ElementNotInteractableError();
  // io.appium.uiautomator2.handler.SendKeysToElement
  return new errors.InvalidElementStateError(
    `Cannot set the element to '${typed}'. Did you interact with the correct element?`,
  );
}

async function replaceValue(session: Session, text: unknown, elementId: string): Promise<void> {
  requireText(text, 'text');
  await clear(session, elementId);
  await setValue(session, text, elementId);
}

async function clear(session: Session, elementId: string): Promise<void> {
  const { agent, window, node } = asked(session, elementId);
  if (!(await agent.isEditable(node))) throw new errors.InvalidElementStateError('Only a field can be cleared');
  await agent.clear(node);
  await window.settle();
}

async function getElementRect(session: Session, elementId: string): Promise<Box> {
  const { agent, node } = asked(session, elementId);
  return inClientUnits(session, await agent.box(node));
}

/** UiAutomator2 counts whole pixels of the panel, XCUITest points. */
export function inClientUnits(session: Session, { x, y, width, height }: Box): Box {
  const { scale } = session;
  const round = scale === 1 ? (value: number) => value : Math.round;
  return { x: round(x * scale), y: round(y * scale), width: round(width * scale), height: round(height * scale) };
}

async function getLocation(session: Session, elementId: string): Promise<Point> {
  const { x, y } = await getElementRect(session, elementId);
  return { x, y };
}

async function getSize(session: Session, elementId: string): Promise<{ readonly width: number; readonly height: number }> {
  const { width, height } = await getElementRect(session, elementId);
  return { width, height };
}

async function getText(session: Session, elementId: string): Promise<string> {
  const { agent, node } = asked(session, elementId);
  return agent.text(node);
}

async function getName(session: Session, elementId: string): Promise<string> {
  const { agent, node } = asked(session, elementId);
  return agent.name(node);
}

async function getAttribute(session: Session, name: string, elementId: string): Promise<string | null> {
  const { agent, node } = asked(session, elementId);
  return agent.attribute(node, name);
}

/** Elements of the system have attributes alone. */
async function getProperty(session: Session, name: string, elementId: string): Promise<unknown> {
  if (!session.isWeb) return getAttribute(session, name, elementId);
  const { agent, node } = asked(session, elementId);
  return agent.property(node, name);
}

async function getCssProperty(session: Session, name: string, elementId: string): Promise<string> {
  if (!session.isWeb) throw new errors.NotImplementedError();
  const { agent, node } = asked(session, elementId);
  return agent.css(node, name);
}

async function getComputedRole(session: Session, elementId: string): Promise<string> {
  if (!session.isWeb) throw new errors.NotImplementedError();
  const { agent, node } = asked(session, elementId);
  return agent.role(node);
}

async function getComputedLabel(session: Session, elementId: string): Promise<string> {
  if (!session.isWeb) throw new errors.NotImplementedError();
  const { agent, node } = asked(session, elementId);
  return agent.label(node);
}

async function elementDisplayed(session: Session, elementId: string): Promise<boolean> {
  const { agent, node } = asked(session, elementId);
  return agent.isDisplayed(node);
}

async function elementEnabled(session: Session, elementId: string): Promise<boolean> {
  const { agent, node } = asked(session, elementId);
  return agent.isEnabled(node);
}

async function elementSelected(session: Session, elementId: string): Promise<boolean> {
  const { agent, node } = asked(session, elementId);
  return agent.isSelected(node);
}

async function active(session: Session): Promise<ElementReference> {
  const window = session.window();
  const node = await agentOf(session, window).active();
  if (node === null) throw new errors.NoSuchElementError('No element has the focus');
  return session.reference(window, node);
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
