import { done, type Extension, type ImapCommand } from '../imap-client.ts';
import { bad } from '../refusal.ts';

const authenticated = { states: ['authenticated', 'selected'], countsMessages: false } as const;

const known: readonly Extension[] = ['UTF8=ACCEPT', 'IMAP4rev2'];

export const extensionCommands: readonly ImapCommand[] = [
  {
    ...authenticated,
    // https://www.rfc-editor.org/rfc/rfc9051#section-6.3.1
    name: 'ENABLE',
    async run(client, cursor) {
      const enabled: Extension[] = [];
      do {
        cursor.space();
        const word = cursor.word();
        const extension = known.find((one) => one.toUpperCase() === word);
        if (extension !== undefined && !client.enabled.has(extension)) {
          client.enabled.add(extension);
          enabled.push(extension);
        }
      } while (!cursor.isAtEnd);
      await client.send(['ENABLED', ...enabled].join(' '));
      return done('enabled');
    },
  },
  {
    ...authenticated,
    // https://www.rfc-editor.org/rfc/rfc9051#section-6.3.13
    name: 'IDLE',
    run(_client, cursor) {
      cursor.end();
      return {
        type: 'asks',
        prompt: 'waiting',
        isIdle: true,
        answer(line) {
          if (line.toUpperCase() !== 'DONE') throw bad('IDLE ends with DONE');
          return done('back');
        },
      };
    },
  },
];
