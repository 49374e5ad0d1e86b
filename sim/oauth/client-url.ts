import { isLoopbackName } from '../kernel/index.ts';

/**
 * A URL that a client may name as its own; undefined for any other. It is https, but for the simulation also http on
 * loopback; spelled in the one way that a browser has for it, so that comparing texts compares addresses; and without
 * userinfo, which misleads readers, and fragment (https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2).
 */
export function clientUrl(text: string): URL | undefined {
  if (!/^[\x21-\x7e]+$/.test(text) || /[\\#]/.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackName(url.hostname));
  const isCanonical = url.href === text || (url.pathname === '/' && url.href === `${text}/`);
  return isSecure && isCanonical && url.username === '' && url.password === '' ? url : undefined;
}

/** The names of loopback are one host: which of them a program binds to is an accident of the machine. */
export function hostOf({ hostname }: URL): string {
  return isLoopbackName(hostname) ? 'localhost' : hostname;
}

/** Whether it is an address of this machine; only a simulation that is served there can send anyone to it. */
export function isOnLoopback({ hostname }: URL): boolean {
  return isLoopbackName(hostname);
}
