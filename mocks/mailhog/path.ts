/** A forward-path or reverse-path as MailHog shows it. */
export interface Path {
  readonly Relays: readonly string[] | null;
  readonly Mailbox: string;
  readonly Domain: string;
  readonly Params: '';
}

/** Cut at the first colon and the first @, whatever is quoted. */
export function pathOf(path: string): Path {
  const colon = path.indexOf(':');
  const email = path.slice(colon + 1);
  const at = email.indexOf('@');
  return {
    Relays: colon === -1 ? null : path.slice(0, colon).split(','),
    Mailbox: at === -1 ? email : email.slice(0, at),
    Domain: at === -1 ? '' : email.slice(at + 1),
    Params: '',
  };
}
