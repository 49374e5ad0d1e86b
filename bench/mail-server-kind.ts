/** What can be measured; `bare` is smtp-server with nothing behind it that decides. */
export const serverKinds = ['plain', 'docomo', 'bare', 'maildev'] as const;
export type ServerKind = (typeof serverKinds)[number];

/** How many mailboxes the messages go to. */
export const mailboxes = 100;

export function forwardPathOf(kind: ServerKind, index: number): string {
  return `student-${index % mailboxes}@${kind === 'docomo' ? 'docomo.ne.jp.test' : 'plain.test'}`;
}
