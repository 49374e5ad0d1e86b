import type { RunningWorld } from '#sim/kernel';
import type { Connection, Conversation } from '../loopback/index.ts';
import type { Mailbox } from '../mailbox/index.ts';
import { capabilitiesOf } from './capabilities.ts';
import { CommandCursor } from './command-cursor.ts';
import { CommandFramer, type Framed } from './command-framer.ts';
import { commandNamed } from './commands/index.ts';
import type { FolderView } from './folder-view.ts';
import type { Answer, Extension, ImapClient, ImapCommand, ImapState } from './imap-client.ts';
import { joined, type Piece } from './imap-string.ts';
import type { ImapLimits } from './limits.ts';
import { bad, ImapRefusal } from './refusal.ts';

/** A command that waits for one more line. */
interface Asked {
  readonly tag: string;
  readonly answer: (line: string) => Answer;
  readonly idling: Disposable | undefined;
}

/** A client's conversation with the mailboxes of a world. Commands are carried out one after the other. */
export class ImapSession implements Conversation, ImapClient {
  readonly world: RunningWorld;
  readonly limits: ImapLimits;
  readonly enabled = new Set<Extension>();
  mailbox: Mailbox | undefined;
  view: FolderView | undefined;
  readonly #connection: Connection;
  readonly #framer: CommandFramer;
  #asked: Asked | undefined;
  #mistakes = 0;
  #isOver = false;

  constructor(world: RunningWorld, connection: Connection, limits: ImapLimits) {
    this.world = world;
    this.limits = limits;
    this.#connection = connection;
    this.#framer = new CommandFramer({
      lineBytes: limits.commandBytes,
      commandBytes: (beginning) => this.#commandBytes(beginning),
    });
  }

  get isSecure(): boolean {
    return this.#connection.isSecure;
  }

  /** https://www.rfc-editor.org/rfc/rfc9051#section-7.1.1 */
  async greet(): Promise<void> {
    await this.send(`OK [CAPABILITY ${capabilitiesOf(this)}] todoku: log in with a mailbox's address`);
  }

  async send(...pieces: readonly Piece[]): Promise<void> {
    await this.#connection.write(joined(['* ', ...pieces, '\r\n']));
  }

  async receive(bytes: Buffer): Promise<void> {
    this.#framer.push(bytes);
    while (!this.#isOver) {
      const framed = this.#framer.next();
      if (framed === undefined) return;
      await this.#take(framed);
    }
  }

  idled(): void {
    void this.#leave('nothing came for too long');
  }

  closed(): void {
    this.#isOver = true;
    this.#asked?.idling?.[Symbol.dispose]();
    this.view = undefined;
  }

  get #state(): ImapState {
    if (this.mailbox === undefined) return 'stranger';
    return this.view === undefined ? 'authenticated' : 'selected';
  }

  #commandBytes(beginning: string): number {
    if (this.mailbox === undefined) return this.limits.strangerCommandBytes;
    const isAppend = /^[^ ]{1,128} APPEND /i.test(beginning);
    return this.limits.commandBytes + (isAppend ? this.limits.messageBytes : 0);
  }

  async #take(framed: Framed): Promise<void> {
    switch (framed.type) {
      case 'literal-awaited':
        await this.#connection.write('+ go on\r\n');
        return;
      case 'literal-refused':
        await this.#finish(tagOf(framed.bytes), async () => {
          throw new ImapRefusal('NO', 'that is too much', 'TOOBIG');
        });
        return;
      case 'overrun':
        await this.#leave('that is too much at once');
        return;
      case 'command':
        await (this.#asked === undefined ? this.#command(framed.bytes) : this.#answer(this.#asked, framed.bytes));
    }
  }

  async #command(bytes: Buffer): Promise<void> {
    let command: ImapCommand | undefined;
    await this.#finish(
      tagOf(bytes),
      async (tag) => {
        const cursor = new CommandCursor(bytes);
        cursor.tag();
        cursor.space();
        command = commandNamed(cursor.word());
        if (command === undefined) throw bad('no such command');
        if (!command.states.includes(this.#state)) throw bad(`not now: ${this.#state}`);
        return command.run(this, cursor, tag);
      },
      () => command?.countsMessages !== true,
    );
  }

  async #answer({ tag, answer, idling }: Asked, bytes: Buffer): Promise<void> {
    this.#asked = undefined;
    idling?.[Symbol.dispose]();
    await this.#finish(tag, async () => answer(bytes.toString('latin1').replace(/\r?\n$/, '')));
  }

  /** Carries a command out, tells what is new, and then how it ended. */
  async #finish(
    tag: string,
    run: (tag: string) => Promise<Answer>,
    mayRemove: () => boolean = () => true,
  ): Promise<void> {
    let answer: Answer | ImapRefusal;
    try {
      answer = await run(tag);
    } catch (error) {
      // A mistake of the server is no reason to leave the client without an answer: RFC 5530 §3.
      answer = error instanceof ImapRefusal ? error : new ImapRefusal('NO', 'the server made a mistake', 'SERVERBUG');
    }
    if (answer instanceof ImapRefusal) return this.#refuse(tag, answer, mayRemove());
    this.#mistakes = 0;
    if (answer.type === 'asks') return this.#ask(tag, answer);
    await this.#tellNews(mayRemove());
    const code = answer.code === undefined ? '' : `[${answer.code}] `;
    await this.#connection.write(`${tag} OK ${code}${answer.text}\r\n`);
    if (answer.after === 'start-tls') {
      // What came in the clear behind the command is not taken for said inside TLS: RFC 9051 §11.1.
      this.#framer.forget();
      this.#connection.startTls();
    }
    if (answer.after === 'log-out') this.#end();
  }

  async #refuse(tag: string, { status, code, message }: ImapRefusal, mayRemove: boolean): Promise<void> {
    await this.#tellNews(mayRemove);
    await this.#connection.write(`${tag} ${status} ${code === undefined ? '' : `[${code}] `}${message}\r\n`);
    this.#mistakes = status === 'BAD' ? this.#mistakes + 1 : 0;
    if (this.#mistakes >= this.limits.mistakes) await this.#leave('too many commands made no sense');
  }

  async #ask(tag: string, { prompt, isIdle, answer }: Extract<Answer, { type: 'asks' }>): Promise<void> {
    await this.#connection.write(`+ ${prompt}\r\n`);
    const idling = isIdle
      ? this.world.watch(() => void this.#tell(this.view?.news({ mayRemove: true }) ?? []))
      : undefined;
    this.#asked = { tag, answer, idling };
    if (isIdle) await this.#tellNews(true);
  }

  /** Only what has come to stay is told: a UID that was told and taken back would be given twice. */
  async #tellNews(mayRemove: boolean): Promise<void> {
    if (this.view !== undefined) await this.#tell(await this.world.look(() => this.view?.news({ mayRemove }) ?? []));
  }

  async #tell(lines: readonly string[]): Promise<void> {
    if (lines.length > 0) await this.#connection.write(joined(lines.map((line) => `* ${line}\r\n`)));
  }

  async #leave(why: string): Promise<void> {
    await this.send(`BYE ${why}`);
    this.#end();
  }

  #end(): void {
    this.#isOver = true;
    this.#connection.end();
  }
}

/** The tag to answer a command by, `*` when it has none. */
function tagOf(bytes: Buffer): string {
  try {
    return new CommandCursor(bytes).tag();
  } catch {
    return '*';
  }
}
