import { errors } from 'appium/driver.js';
import type { Session } from '../session.ts';
import type { AppWindow } from '../window/app-window.ts';
import { type Commands, requireText } from './command.ts';

async function getUrl(session: Session): Promise<string> {
  return session.webWindow().url;
}

/** In a web view an address; on the handset a deep link from outside, as with the real drivers. */
async function setUrl(session: Session, given: unknown): Promise<void> {
  const url = requireText(given, 'url');
  if (session.isWeb) await session.window().open(url);
  else await session.phone.openUrl(url);
}

async function title(session: Session): Promise<string> {
  return String(await session.webWindow().execute('return document.title;', []));
}

async function refresh(session: Session): Promise<void> {
  const window = session.webWindow();
  await window.open(window.url);
}

async function back(session: Session): Promise<void> {
  if (session.isWeb) await travel(session.window(), -1);
  else await session.phone.goBack();
}

/** The system knows only the way back: XCUITest does nothing, UiAutomator2 has no such command. */
async function forward(session: Session): Promise<void> {
  if (session.isWeb) await travel(session.window(), 1);
  else if (session.dialect !== 'ios') throw new errors.NotYetImplementedError();
}

async function travel(window: AppWindow, by: number): Promise<void> {
  await window.execute('history.go(arguments[0]);', [by]);
  await window.settle();
}

interface Cookie {
  readonly name: string;
  readonly value: string;
}

/** Those that the page can read: what a service keeps from scripts stays unknown here too. */
async function getCookies(session: Session): Promise<Cookie[]> {
  const text = await session.webWindow().execute('return document.cookie;', []);
  return readCookies(typeof text === 'string' ? text : '');
}

function readCookies(text: string): Cookie[] {
  const parts = text.split('; ').filter((part) => part !== '');
  return parts.map((part) => {
    const at = part.indexOf('=');
    return at < 0 ? { name: '', value: part } : { name: part.slice(0, at), value: part.slice(at + 1) };
  });
}

async function getCookie(session: Session, name: string): Promise<Cookie> {
  const found = (await getCookies(session)).find((cookie) => cookie.name === name);
  if (found === undefined) throw new errors.NoSuchCookieError();
  return found;
}

async function setCookie(session: Session, given: unknown): Promise<void> {
  const window = session.webWindow();
  if (typeof given !== 'object' || given === null) throw new errors.InvalidArgumentError("'cookie' must be an object");
  const { name, value, path, expiry, secure } = given as Readonly<Record<string, unknown>>;
  const parts = [
    `${requireText(name, 'name')}=${requireText(value, 'value')}`,
    `path=${typeof path === 'string' ? path : '/'}`,
  ];
  if (typeof expiry === 'number') parts.push(`expires=${new Date(expiry * 1000).toUTCString()}`);
  if (secure === true) parts.push('secure');
  if (parts.some((part) => /[;\r\n]/.test(part))) throw new errors.UnableToSetCookieError('A cookie has no semicolon');
  await window.execute('document.cookie = arguments[0];', [parts.join('; ')]);
}

/** Wherever above the page its path began. */
const deleteBody = `
  const folders = location.pathname.split('/');
  for (let depth = 1; depth <= folders.length; depth += 1) {
    const path = folders.slice(0, depth).join('/');
    for (const one of [path + '/', path]) document.cookie = arguments[0] + '=; max-age=0; path=' + one;
  }`;

async function deleteCookie(session: Session, name: string): Promise<void> {
  await session.webWindow().execute(deleteBody, [name]);
}

async function deleteCookies(session: Session): Promise<void> {
  for (const { name } of await getCookies(session)) await deleteCookie(session, name);
}

export const webCommands: Commands = {
  getUrl,
  setUrl,
  title,
  refresh,
  back,
  forward,
  getCookies,
  getCookie,
  setCookie,
  deleteCookie,
  deleteCookies,
};
