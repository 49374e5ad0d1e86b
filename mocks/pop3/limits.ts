/** How much one client may ask of the server. Sizes in bytes, times in milliseconds of the machine. */
export interface Pop3Limits {
  readonly connections: number;
  /** https://www.rfc-editor.org/rfc/rfc1939#section-3 : at least 10 minutes. */
  readonly idleMs: number;
  /** One line: https://www.rfc-editor.org/rfc/rfc2449#section-4 wants 255, and more for a log-in. */
  readonly lineBytes: number;
  /** Commands in a row that make no sense, before the client is sent away. */
  readonly mistakes: number;
}

export const pop3Limits: Pop3Limits = { connections: 100, idleMs: 10 * 60_000, lineBytes: 8 * 1024, mistakes: 20 };
