import { errors } from 'appium/driver.js';
import { nativeContext, type Session } from '../session.ts';
import type { Commands } from './command.ts';

async function getContexts(session: Session): Promise<string[]> {
  return [nativeContext, ...session.webViews().map(({ context }) => context)];
}

async function getCurrentContext(session: Session): Promise<string> {
  return session.context;
}

/** `WEBVIEW` alone is the web view in front; nothing, and null, is the native context. Throws as `NoSuchContextError`. */
export async function setContext(session: Session, given: unknown): Promise<void> {
  // A client may pass an entry of `mobile: getContexts`.
  const named = typeof given === 'object' && given !== null && 'id' in given ? given.id : given;
  const name = named === null || named === undefined || named === '' ? nativeContext : String(named);
  if (name === nativeContext) {
    session.context = nativeContext;
    return;
  }
  const contexts = session.webViews().map(({ context }) => context);
  const chosen = name === 'WEBVIEW' ? contexts[0] : contexts.find((context) => context === name);
  if (chosen === undefined) throw new errors.NoSuchContextError();
  session.context = chosen;
}

/** A web view has one window, which is called as its context. */
async function getWindowHandle(session: Session): Promise<string> {
  session.webWindow();
  return session.context;
}

async function getWindowHandles(session: Session): Promise<string[]> {
  session.webWindow();
  return [session.context];
}

async function setWindow(session: Session, handle: unknown): Promise<void> {
  session.webWindow();
  if (handle !== session.context) throw new errors.NoSuchWindowError();
}

export const contextCommands: Commands = {
  getContexts,
  getCurrentContext,
  setContext,
  getWindowHandle,
  getWindowHandles,
  setWindow,
};
