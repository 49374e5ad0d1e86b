import type { RunningWorld } from '#sim/kernel';
import type { Connection, Conversation } from '../loopback/index.ts';
import { authorizationCommands } from './authorization.ts';
import type { Pop3Limits } from './limits.ts';
import type { Maildrop } from './maildrop.ts';
import { type Pop3Answer, type Pop3Client, type Pop3Command, Pop3Refusal } from './pop3-client.ts';
import { transactionCommands } from './transaction.ts';

const commands: ReadonlyMap<string, Pop3Command> = new Map(
  [...authorizationCommands, ...transactionCommands].map((command) => [command.name, command]),
);

/** A client's conversation with the Inbox of a mailbox. Commands are carried out one after the other. */
export class Pop3Session implements Conversation, Pop3Client {
  readonly world: RunningWorld;
  address = '';
  maildrop: Maildrop | undefined;
  readonly #connection: Connection;
  readonly #limits: Pop3Limits;
  /** Mailboxes that some client of the server has open. */
  readonly #locked: Set<string>;
  #unread: Buffer = Buffer.alloc(0);
  #answer: ((line: string) => Pop3Answer) | undefined;
  #mistakes = 0;
  #isOver = false;

  constructor(world: RunningWorld, connection: Connection, limits: Pop3Limits, locked: Set<string>) {
    this.world = world;
    this.#connection = connection;
    this.#limits = limits;
    this.#locked = locked;
  }

  get isSecure(): boolean {
    return this.#connection.isSecure;
  }

  async greet(): Promise<void> {
    await this.#connection.write("+OK todoku: log in with a mailbox's address\r\n");
  }

  lock(mailbox: string): boolean {
    if (this.#locked.has(mailbox)) return false;
    this.#locked.add(mailbox);
    return true;
  }

  async receive(bytes: Buffer): Promise<void> {
    this.#unread = Buffer.concat([this.#unread, bytes]);
    while (!this.#isOver) {
      const end = this.#unread.indexOf(0x0a) + 1;
      if ((end || this.#unread.length) > this.#limits.lineBytes) return this.#leave('that line is too long');
      if (end === 0) return;
      const line = this.#unread.toString('utf8', 0, end).replace(/\r?\n$/, '');
      this.#unread = this.#unread.subarray(end);
      await this.#line(line);
    }
  }

  idled(): void {
    void this.#leave('nothing came for too long');
  }

  /** Whoever goes without QUIT removes nothing: https://www.rfc-editor.org/rfc/rfc1939#section-6 */
  closed(): void {
    this.#isOver = true;
    if (this.maildrop !== undefined) this.#locked.delete(this.maildrop.mailbox);
    this.maildrop = undefined;
  }

  async #line(line: string): Promise<void> {
    try {
      await this.#reply(await this.#run(line));
      this.#mistakes = 0;
    } catch (error) {
      // A mistake of the server is no reason to leave the client without an answer.
      const refusal = error instanceof Pop3Refusal ? error : new Pop3Refusal('the server made a mistake', 'SYS/TEMP');
      const code = refusal.code === undefined ? '' : `[${refusal.code}] `;
      await this.#connection.write(`-ERR ${code}${refusal.message}\r\n`);
      this.#mistakes += 1;
      if (this.#mistakes >= this.#limits.mistakes) await this.#leave('too many commands made no sense');
    }
  }

  #run(line: string): Pop3Answer | Promise<Pop3Answer> {
    const answer = this.#answer;
    this.#answer = undefined;
    if (answer !== undefined) return answer(line);
    const [name = '', ...words] = line.split(' ');
    const command = commands.get(name.toUpperCase());
    if (command === undefined) throw new Pop3Refusal('no such command');
    const state = this.maildrop === undefined ? 'authorization' : 'transaction';
    if (!command.states.includes(state)) throw new Pop3Refusal(`not now: ${state}`);
    return command.run(this, words);
  }

  async #reply(answer: Pop3Answer): Promise<void> {
    if (answer.type === 'asks') {
      this.#answer = answer.answer;
      await this.#connection.write('+ \r\n');
      return;
    }
    const first = Buffer.from(`+OK ${answer.text}\r\n`);
    await this.#connection.write(answer.lines === undefined ? first : Buffer.concat([first, answer.lines]));
    if (answer.after === 'start-tls') {
      // What came in the clear behind the command is not taken for said inside TLS: RFC 2595 §4.
      this.#unread = Buffer.alloc(0);
      this.#connection.startTls();
    }
    if (answer.after === 'quit') this.#end();
  }

  async #leave(why: string): Promise<void> {
    await this.#connection.write(`-ERR ${why}\r\n`);
    this.#end();
  }

  #end(): void {
    this.#isOver = true;
    this.#connection.end();
  }
}
