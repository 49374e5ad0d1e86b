import type { Session } from '../session.ts';
import { agentOf } from './agent.ts';
import type { Commands } from './command.ts';

async function getPageSource(session: Session): Promise<string> {
  const window = session.window();
  if (session.isWeb) return String(await window.execute('return document.documentElement.outerHTML;', []));
  return agentOf(session, window).source();
}

export const sourceCommands: Commands = { getPageSource };
