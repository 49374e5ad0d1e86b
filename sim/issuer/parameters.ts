/** How the issuer behaves; a world may differ in any of it. */
export type IssuerParameters = {
  readonly claimWindowMs: number;
  readonly reminderEveryMs: number;
  readonly remindersMax: number;
  readonly rowsPerTurn: number;
  readonly turnPauseMs: number;
  readonly entriesPerStatusList: number;
  readonly statusListTtlMs: number;
  readonly statusListDays: number;
  readonly addressTypos: 'reject' | 'warn';
};

export const issuerDefaults: IssuerParameters = {
  /**
   * How long a student may receive the ID; the last day ends at midnight in Japan.
   * Wakayama University, "Open Badge": within 180 days (https://www.wakayama-u.ac.jp/dtier/openbadge.html); that the
   * last day counts whole is an assumption.
   */
  claimWindowMs: 180 * 86_400_000,
  /** Same page: sent again every month to who has not received it, at most six times. A month as 30 days: assumption. */
  reminderEveryMs: 30 * 86_400_000,
  remindersMax: 6,
  /** Students issued to in one transaction, and the pause until the next one: assumptions. */
  rowsPerTurn: 20,
  turnPauseMs: 0,
  /** How many entries of a status list of 131,072 are given away before another list begins: half of them, an assumption. */
  entriesPerStatusList: 65_536,
  /** How long a verifier may go by a status list before it asks for a newer one: an assumption. */
  statusListTtlMs: 5 * 60_000,
  /** How many days, with the one on which it is asked for, a status list may be shown as valid at all: an assumption. */
  statusListDays: 2,
  /** Whether a row whose mail domain looks like a slip of a known one is refused or only marked: assumption. */
  addressTypos: 'reject',
};
