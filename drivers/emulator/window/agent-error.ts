/** https://www.w3.org/TR/webdriver2/#errors, as far as an agent meets them. */
export type AgentErrorName =
  | 'no such element'
  | 'stale element reference'
  | 'invalid selector'
  | 'invalid element state'
  | 'element click intercepted'
  | 'element not interactable'
  | 'invalid argument'
  | 'unknown command';

/** What the agent in a page refused, by its W3C name. */
export class AgentError extends Error {
  readonly error: AgentErrorName;

  constructor(error: AgentErrorName, message: string) {
    super(message);
    this.name = 'AgentError';
    this.error = error;
  }
}
