import type { RunningWorld } from '#sim/kernel';
import type { Mailbox } from '../mailbox/index.ts';
import type { CommandCursor } from './command-cursor.ts';
import type { FolderView } from './folder-view.ts';
import type { Piece } from './imap-string.ts';
import type { ImapLimits } from './limits.ts';

/** What a client may turn on: https://www.rfc-editor.org/rfc/rfc5161 */
export type Extension = 'UTF8=ACCEPT' | 'IMAP4rev2';

/** One client, as commands see it. */
export interface ImapClient {
  readonly world: RunningWorld;
  readonly limits: ImapLimits;
  readonly isSecure: boolean;
  /** Whose mailbox is open; undefined before the log-in. */
  mailbox: Mailbox | undefined;
  /** The folder that is selected. */
  view: FolderView | undefined;
  readonly enabled: Set<Extension>;
  /** Sends an untagged response. Resolves when more may be sent. */
  send(...pieces: readonly Piece[]): Promise<void>;
}

/** How a command ends: done, or with one more line from the client. A refusal is thrown. */
export type Answer =
  | {
      readonly type: 'done';
      readonly text: string;
      readonly code?: string;
      readonly after?: 'start-tls' | 'log-out';
    }
  | {
      readonly type: 'asks';
      readonly prompt: string;
      /** The client waits for news meanwhile. */
      readonly isIdle: boolean;
      answer(line: string): Answer;
    };

export type ImapState = 'stranger' | 'authenticated' | 'selected';

export interface ImapCommand {
  /** In upper case. */
  readonly name: string;
  readonly states: readonly ImapState[];
  /** Its messages are counted by their numbers, so none may be taken away under it. */
  readonly countsMessages: boolean;
  /** Throws ImapRefusal. */
  run(client: ImapClient, cursor: CommandCursor, tag: string): Answer | Promise<Answer>;
}

export function done(text: string, code?: string): Answer {
  return { type: 'done', text, ...(code !== undefined && { code }) };
}
