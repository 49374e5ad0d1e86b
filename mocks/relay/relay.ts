import type { SmtpReply, Transmission } from '#sim/events';
import type { World } from '#sim/kernel';
import { relayDefaults } from './parameters.ts';

/**
 * The host that mail leaves through, a mail service of somebody else's: its answer, where it does not let the mail go on;
 * undefined when it does. Many such hosts are strict about addresses: facts page "mail" §3.3.
 */
export function refusedByRelay(
  world: World,
  { forwardPath }: Pick<Transmission, 'forwardPath'>,
): SmtpReply | undefined {
  const { addresses } = world.parameters('relay', relayDefaults);
  if (addresses !== 'strict' || isMailbox(forwardPath)) return undefined;
  // The words of Postfix, which may be told to be strict.
  return { replyCode: 501, enhancedStatusCode: '5.1.3', text: 'Bad recipient address syntax', stage: 'RCPT' };
}

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2 : a Dot-string has no empty atom; a Quoted-string may look so. */
function isMailbox(address: string): boolean {
  const localPart = address.slice(0, address.lastIndexOf('@'));
  return localPart.startsWith('"') || !/^\.|\.\.|\.$/.test(localPart);
}
