import type { ImapCommand } from '../imap-client.ts';
import { anyTimeCommands } from './any-time.ts';
import { append } from './append.ts';
import { extensionCommands } from './extensions.ts';
import { folderCommands } from './folders.ts';
import { logInCommands } from './log-in.ts';
import { messageCommands } from './messages.ts';
import { selectCommands } from './select.ts';

const commands: ReadonlyMap<string, ImapCommand> = new Map(
  [
    ...anyTimeCommands,
    ...logInCommands,
    ...selectCommands,
    ...folderCommands,
    append,
    ...extensionCommands,
    ...messageCommands,
  ].map((command) => [command.name, command]),
);

/** The command of a name in upper case. */
export function commandNamed(name: string): ImapCommand | undefined {
  return commands.get(name);
}
