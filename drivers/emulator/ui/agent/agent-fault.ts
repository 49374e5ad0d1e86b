/** What the agent refuses, by the name of a W3C error. */
export class AgentFault extends Error {
  readonly error: string;

  constructor(error: string, message: string) {
    super(message);
    this.error = error;
  }
}
