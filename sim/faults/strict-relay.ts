import { Type } from 'typebox';
import type { SmtpReply } from '../events/index.ts';
import type { Fault } from './fault.ts';

/**
 * The host that LecoS sends through takes no address that is no Mailbox of RFC 5321, though carriers gave such out; many
 * hosts are like that: facts page "mail" §3.3.
 */
export const strictRelay: Fault = {
  id: 'strict-relay',
  healed: {
    ja: '送信サーバーが、そのような宛先を引用符で囲んで送るようになる',
    en: 'The sending host puts such addresses into quotes and sends to them',
  },
  description: {
    ja: '送信サーバーが、連続するドットなどRFCに反する宛先を受け付けません。',
    en: 'The sending host takes no address with dots in a row or at the end, which RFC 5321 has no syntax for.',
  },
  value: Type.Object({}, { additionalProperties: false }),
  sentence: () => ({
    ja: 'LecoSの送信サーバーは、RFCに反する宛先（連続するドットなど）を受け付けない',
    en: 'The host that LecoS sends through takes no address against RFC 5321, such as one with two dots in a row',
  }),
};

/** What such a host answers to RCPT; undefined when the address is right. */
export function strictAnswer(forwardPath: string): SmtpReply | undefined {
  const localPart = forwardPath.slice(0, forwardPath.lastIndexOf('@'));
  // https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2 : a Dot-string has no empty atom; a Quoted-string may look so.
  if (localPart.startsWith('"') || !/^\.|\.\.|\.$/.test(localPart)) return undefined;
  // Postfix's words, whose own hosts may be told to be strict.
  return { replyCode: 501, enhancedStatusCode: '5.1.3', text: 'Bad recipient address syntax', stage: 'RCPT' };
}
