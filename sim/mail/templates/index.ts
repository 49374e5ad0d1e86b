import type { Language } from '../../errors/index.ts';
import type { MailOrder } from '../mail-order.ts';
import { activation } from './activation.ts';
import { addressConfirmation } from './address-confirmation.ts';
import { issueNotice, type SubjectStyle } from './issue-notice.ts';
import type { MailContent } from './mail-content.ts';
import { passwordReset } from './password-reset.ts';
import { receiptNumber } from './receipt-number.ts';

export type { MailContent } from './mail-content.ts';
export { renderHtml } from './render-html.ts';
export { renderText } from './render-text.ts';

/** What a mail of the order's kind says. `link` stands in place of the order's own, so that it can be a masked one. */
export function contentOf(order: MailOrder, link: string, language: Language, style: SubjectStyle): MailContent {
  switch (order.kind) {
    case 'issue-notice':
      return issueNotice({ ...order.variables, link }, language, style);
    case 'activation':
      return activation({ ...order.variables, link }, language);
    case 'password-reset':
      return passwordReset({ ...order.variables, link }, language);
    case 'address-confirmation':
      return addressConfirmation({ ...order.variables, link }, language);
    case 'receipt-number':
      return receiptNumber({ ...order.variables, link }, language);
  }
}
