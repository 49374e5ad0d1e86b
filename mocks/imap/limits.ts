/** How much one client may ask of the server. Sizes in bytes, times in milliseconds of the machine. */
export interface ImapLimits {
  readonly connections: number;
  /** https://www.rfc-editor.org/rfc/rfc9051#section-5.4 : at least 30 minutes. */
  readonly idleMs: number;
  /** A command without the message of an APPEND: its lines and its literals together. */
  readonly commandBytes: number;
  /** The same before anybody has logged in. */
  readonly strangerCommandBytes: number;
  /** The message of an APPEND, told as APPENDLIMIT: https://www.rfc-editor.org/rfc/rfc7889 */
  readonly messageBytes: number;
  /** How deep lists and search keys may lie in one another. */
  readonly depth: number;
  /** Search keys of one SEARCH, and items of one FETCH. */
  readonly items: number;
  /** Flags of one message that are not the server's own, and the length of each. */
  readonly keywords: number;
  readonly keywordLength: number;
  /** Commands in a row that make no sense, before the client is sent away. */
  readonly mistakes: number;
}

export const imapLimits: ImapLimits = {
  connections: 100,
  idleMs: 30 * 60_000,
  commandBytes: 256 * 1024,
  strangerCommandBytes: 8 * 1024,
  messageBytes: 25 * 1024 ** 2,
  depth: 16,
  items: 200,
  keywords: 32,
  keywordLength: 64,
  mistakes: 20,
};
