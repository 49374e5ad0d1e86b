/** A message in the queue. */
export interface Waiting {
  readonly message: string;
  readonly kind: string;
  readonly about: string | null;
  readonly forwardPath: string;
  readonly data: Uint8Array;
  readonly attempts: number;
  readonly isDelayTold: number;
  readonly queuedAt: number;
}
