/** A command that is not carried out: NO when the mailbox says so, BAD when the command makes no sense. */
export class ImapRefusal extends Error {
  readonly status: 'NO' | 'BAD';
  /** A response code: https://www.rfc-editor.org/rfc/rfc9051#section-7.1 */
  readonly code: string | undefined;

  constructor(status: 'NO' | 'BAD', text: string, code?: string) {
    super(text);
    this.status = status;
    this.code = code;
  }
}

export function bad(text: string): ImapRefusal {
  return new ImapRefusal('BAD', text);
}

export function no(code: string, text: string): ImapRefusal {
  return new ImapRefusal('NO', text, code);
}
