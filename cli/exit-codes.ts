export const exitCodes = {
  /** All is as expected. */
  well: 0,
  /** A scenario failed, or a replay differed. */
  failed: 1,
  /** Used wrongly, or something needed is not there: nothing was played. */
  misused: 2,
  /** All that was played passed, and some of what was chosen the lane cannot play. */
  partly: 3,
  /** A bug of todoku. */
  bug: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
