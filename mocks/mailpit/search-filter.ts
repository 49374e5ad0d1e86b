import { folded, readableText } from '../mailbox/index.ts';
import type { AddressJson, MailpitMessage } from './mailpit-message.ts';

type Test = (message: MailpitMessage) => boolean;

/** The filters of Mailpit that are not here: they would be taken for words otherwise, and find nothing. */
const missing = /^(after|before|larger|smaller|tag):|^is:tagged$|^has:inlines?$/;

/**
 * https://mailpit.axllent.org/docs/usage/search-filters/ : words and "phrases", each of which must be there, or with `-` or `!`
 * must not. Letters fit whatever their width and case. Returns the filter that is not understood as a string.
 */
export function searchFilter(query: string): Test | string {
  const tests: Test[] = [];
  for (const term of termsOf(query)) {
    const isExcluded = /^[-!]./.test(term);
    const wanted = isExcluded ? term.slice(1) : term;
    if (missing.test(wanted.toLowerCase())) return wanted;
    const test = testOf(wanted);
    tests.push(isExcluded ? (message) => !test(message) : test);
  }
  return (message) => tests.every((test) => test(message));
}

/** Cut at spaces outside of quotes, which may begin behind a colon: `subject:"two words"`. */
function termsOf(query: string): string[] {
  return [...query.matchAll(/(?:"[^"]*"?|[^\s"])+/g)].map(([term]) => term.replaceAll('"', '')).filter(Boolean);
}

function testOf(term: string): Test {
  const [, name = '', value = ''] = /^([a-z-]+):(.+)$/is.exec(term) ?? [];
  const holds = (text: string, part = value): boolean => folded(text).includes(folded(part));
  const among = (...lists: readonly (readonly AddressJson[])[]): boolean =>
    lists.flat().some(({ Name, Address }) => holds(`${Name} <${Address}>`));
  switch (name.toLowerCase()) {
    case 'to':
      return ({ summary }) => among(summary.To);
    case 'from':
      return ({ summary }) => among([summary.From]);
    case 'cc':
      return ({ summary }) => among(summary.Cc);
    case 'bcc':
      return ({ summary }) => among(summary.Bcc);
    case 'reply-to':
      return ({ summary }) => among(summary.ReplyTo);
    case 'addressed':
      return ({ summary: { From, To, Cc, Bcc, ReplyTo } }) => among([From], To, Cc, Bcc, ReplyTo);
    case 'subject':
      return ({ summary }) => holds(summary.Subject);
    case 'message-id':
      return ({ summary }) => holds(summary.MessageID);
    default:
      return stateTest(term.toLowerCase()) ?? ((message) => holds(searchText(message), term));
  }
}

function stateTest(term: string): Test | undefined {
  if (term === 'is:read') return ({ summary }) => summary.Read;
  if (term === 'is:unread') return ({ summary }) => !summary.Read;
  if (/^has:attachments?$/.test(term)) return ({ summary }) => summary.Attachments > 0;
  return undefined;
}

function searchText({ summary, mail, returnPath }: MailpitMessage): string {
  const { From, To, Cc, Bcc, ReplyTo, Subject } = summary;
  const addresses = [From, ...To, ...Cc, ...Bcc, ...ReplyTo].map(({ Name, Address }) => `${Name} ${Address}`);
  const files = mail.attachments.map(({ filename }) => filename ?? '');
  return [Subject, ...addresses, returnPath, mail.text ?? '', readableText(mail.html ?? ''), ...files].join(' ');
}
