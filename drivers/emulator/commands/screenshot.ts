import { errors } from 'appium/driver.js';
import type { Session } from '../session.ts';
import { agentOf } from './agent.ts';
import type { Commands } from './command.ts';

async function getScreenshot(session: Session): Promise<string> {
  const png = session.isWeb ? await session.window().screenshot() : await session.phone.screenshot();
  return png.toString('base64');
}

async function getElementScreenshot(session: Session, elementId: string): Promise<string> {
  const { window, key } = session.element(elementId);
  const agent = agentOf(session, window);
  // A page is scrolled to what is to be seen; the system shows what it shows.
  if (session.isWeb) await agent.tapPoint(key).catch(() => undefined);
  const box = await agent.box(key);
  if (box.width < 1 || box.height < 1) throw new errors.UnableToCaptureScreen('The element shows nothing');
  return (await window.screenshot(box)).toString('base64');
}

export const screenshotCommands: Commands = { getScreenshot, getElementScreenshot };
