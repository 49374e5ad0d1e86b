import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deleteMessage, folderEntries } from '../mailbox/index.ts';
import { type ImapTalk, type ImapWorld, imapWorld } from './imap-fixture.ts';

/** A client that knows of its folder only what it was told, as mail programs do. */
class BelievingClient {
  readonly #talk: ImapTalk;
  /** By number, from 1: what it was told of each message. */
  readonly messages: { uid?: number; flags?: string }[] = [];
  #isIdle = false;

  constructor(talk: ImapTalk) {
    this.#talk = talk;
  }

  async say(command: string): Promise<void> {
    if (this.#isIdle) this.#believe(await this.#talk.say('DONE'));
    this.#isIdle = command === 'IDLE';
    this.#believe(await this.#talk.say(`a ${command}`));
    // What is new to it, it asks about.
    const unknown = this.messages.findIndex(({ flags }) => flags === undefined) + 1;
    if (unknown > 0 && !this.#isIdle) this.#believe(await this.#talk.say(`b FETCH ${unknown}:* (UID FLAGS)`));
  }

  /** A number of a message that it knows of; undefined when it knows of none. */
  pick(choice: number): number | undefined {
    this.#believe(this.#talk.heard());
    return this.messages.length === 0 ? undefined : (choice % this.messages.length) + 1;
  }

  #believe(lines: readonly string[]): void {
    // The one byte of a body that it asks for stands on a line of its own.
    for (const line of lines.join('\n').replaceAll('{1}\n', '').split('\n')) {
      const [, number = '', what = ''] = /^\* (\d+) (EXISTS|EXPUNGE|FETCH)/.exec(line) ?? [];
      const at = Number(number) - 1;
      if (what === 'EXISTS') while (this.messages.length <= at) this.messages.push({});
      if (what === 'EXPUNGE') {
        expect(at).toBeLessThan(this.messages.length);
        this.messages.splice(at, 1);
      }
      if (what === 'FETCH') this.#learn(at, line);
    }
  }

  #learn(at: number, line: string): void {
    const known = this.messages[at];
    const uid = /UID (\d+)/.exec(line)?.[1];
    const flags = /FLAGS \(([^)]*)\)/.exec(line)?.[1];
    if (known === undefined) throw new Error(`told of a message that is not there: ${line}`);
    if (uid !== undefined) {
      expect(known.uid ?? Number(uid)).toBe(Number(uid));
      known.uid = Number(uid);
    }
    if (flags !== undefined) known.flags = flags;
  }
}

/** What happens to a folder: by one of two clients, by the app, or because a mail comes. */
type Deed = { readonly who: 0 | 1; readonly what: (typeof deeds)[number]; readonly choice: number };
const deeds = [
  'arrive',
  'app',
  'mark',
  'unmark',
  'delete',
  'expunge',
  'move',
  'copy',
  'fetch',
  'read',
  'idle',
  'noop',
] as const;

async function act(mail: ImapWorld, clients: readonly BelievingClient[], { who, what, choice }: Deed): Promise<void> {
  const client = clients[who];
  if (client === undefined || what === 'arrive') return mail.arrive();
  if (what === 'idle' || what === 'noop' || what === 'expunge') return client.say(what.toUpperCase());
  if (what === 'app') {
    const [first] = folderEntries(mail.world, mail.mailbox, 'inbox');
    if (first !== undefined) await mail.world.perform(deleteMessage, { captured: first.captured });
    return;
  }
  const number = client.pick(choice);
  if (number === undefined) return;
  const commands = {
    mark: `STORE ${number} +FLAGS (\\Flagged)`,
    unmark: `STORE ${number}:* -FLAGS (\\Flagged \\Deleted)`,
    delete: `STORE ${number} +FLAGS (\\Deleted)`,
    move: `MOVE ${number} Trash`,
    copy: `COPY ${number} INBOX`,
    fetch: `FETCH ${number}:* (UID FLAGS)`,
    read: `UID FETCH 1:* (BODY[]<0.1>)`,
  };
  await client.say(commands[what]);
}

it('a client that believes what it is told knows its folder, whatever others do there', async () => {
  const deed = fc.record<Deed>({ who: fc.constantFrom(0, 1), what: fc.constantFrom(...deeds), choice: fc.nat(9) });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (history) => {
      const mail = await imapWorld();
      const clients = await Promise.all([0, 1].map(async () => new BelievingClient(await mail.client())));
      for (let count = 0; count < 3; count += 1) await mail.arrive();
      for (const client of clients) await client.say('SELECT INBOX');
      for (const one of history) await act(mail, clients, one);
      const folder = folderEntries(mail.world, mail.mailbox, 'inbox');
      for (const client of clients) {
        await client.say('NOOP');
        expect(client.messages).toHaveLength(folder.length);
        for (const [at, { uid = folder[at]?.uid, flags = folder[at]?.flags.join(' ') }] of client.messages.entries()) {
          expect({ uid, flags }).toEqual({ uid: folder[at]?.uid, flags: folder[at]?.flags.join(' ') });
        }
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});
