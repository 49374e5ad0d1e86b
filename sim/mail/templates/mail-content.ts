/** What a mail says, without its form: text and HTML are both made from it. */
export interface MailContent {
  readonly subject: string;
  readonly salutation: string;
  readonly opening: readonly string[];
  /** The one thing to do. */
  readonly action: { readonly label: string; readonly link: string };
  readonly sections: readonly Section[];
  readonly closing: readonly string[];
}

export interface Section {
  readonly heading: string;
  readonly items: readonly string[];
}
