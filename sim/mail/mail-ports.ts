import type { SmtpReply, Transmission } from '../events/index.ts';
import type { World } from '../kernel/index.ts';

export interface MailPorts {
  /** The receiving side: takes one transmission and answers as its host would. Runs inside the sending command. */
  deliver(world: World, transmission: Transmission): SmtpReply | Promise<SmtpReply>;
}
