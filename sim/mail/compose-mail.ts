import type { Language } from '../errors/index.ts';
import type { World } from '../kernel/index.ts';
import { addrSpec } from './address.ts';
import { dateField } from './date-field.ts';
import { dkimDomain, dkimKey, dkimSelector } from './dkim-key.ts';
import { dkimSignature } from './dkim-signature.ts';
import { mailboxField, structuredField, unstructuredField } from './header-field.ts';
import { maskLink } from './link-mask.ts';
import type { MailOrder } from './mail-order.ts';
import { messageIdOf } from './message-id.ts';
import { alternativeMessage, messageBytes } from './mime-message.ts';
import { mailDefaults } from './parameters.ts';
import { contentOf, renderHtml, renderText } from './templates/index.ts';

export interface ComposedMail {
  /** RFC 5322 bytes, signed. */
  readonly data: Buffer;
  readonly messageId: string;
  readonly subject: string;
  /** The bodies with the link's token and any number masked: what the event log may hold. */
  readonly maskedText: string;
  readonly maskedHtml: string;
}

/** Makes the message that `message` (`msg_…`) names. Throws ServiceError `header-injection`. */
export function composeMail(
  world: World,
  message: string,
  order: MailOrder & { readonly language: Language },
): ComposedMail {
  const { language } = order;
  const now = world.clock.now();
  const parameters = world.parameters('mail', mailDefaults);
  const { link, recipientName } = order.variables;
  const masked = contentOf(withoutNumber(order), maskLink(link), language, parameters);
  const content = contentOf(order, link, language, parameters);
  const messageId = messageIdOf(world, message, order.forwardPath);
  const mime = alternativeMessage(
    [
      structuredField('Date', dateField(now)),
      mailboxField('From', parameters.fromName, parameters.fromAddress),
      mailboxField('To', recipientName, addrSpec(order.forwardPath)),
      unstructuredField('Subject', content.subject),
      structuredField('Message-ID', messageId),
      // https://www.rfc-editor.org/rfc/rfc3834#section-5 : no vacation notice answers this mail.
      structuredField('Auto-Submitted', 'auto-generated'),
      structuredField('Content-Language', language),
    ],
    { boundary: `=_${message}`, text: renderText(content, language), html: renderHtml(content, language) },
  );
  const signature = dkimSignature(mime.fields, mime.body, {
    domain: dkimDomain,
    selector: dkimSelector,
    privateKey: dkimKey(world).privateKey,
    signedAtSeconds: Math.floor(now / 1000),
  });
  return {
    data: messageBytes({ fields: [signature, ...mime.fields], body: mime.body }),
    messageId,
    subject: content.subject,
    maskedText: renderText(masked, language),
    maskedHtml: renderHtml(masked, language),
  };
}

function withoutNumber(order: MailOrder): MailOrder {
  return order.kind === 'receipt-number' ? { ...order, variables: { ...order.variables, number: '……' } } : order;
}
