import type { Session } from '../session.ts';
import { agentOf } from './agent.ts';
import type { Commands } from './command.ts';

async function getPageSource(session: Session): Promise<string> {
  return agentOf(session, session.window()).source();
}

export const sourceCommands: Commands = { getPageSource };
