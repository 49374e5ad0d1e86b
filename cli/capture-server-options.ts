import type { Option, Options } from './command.ts';

export const captureServerKinds = ['mailhog', 'mailpit'] as const;

/** `--mailhog URL` and `--mailpit URL`: a server outside that captures mail. */
export const captureServerOptions: readonly Option[] = [
  {
    name: 'mailhog',
    kind: 'text',
    placeholder: 'URL',
    summary: { ja: 'この MailHog を使う（例: http://127.0.0.1:8025）', en: 'a MailHog, such as http://127.0.0.1:8025' },
  },
  {
    name: 'mailpit',
    kind: 'text',
    placeholder: 'URL',
    summary: { ja: 'この Mailpit を使う（例: http://127.0.0.1:8025）', en: 'a Mailpit, such as http://127.0.0.1:8025' },
  },
];

/** Where the server of the option before takes mail. */
export const captureSmtpOptions: readonly Option[] = [
  {
    name: 'mailhog-smtp',
    kind: 'text',
    placeholder: 'HOST:PORT',
    summary: {
      ja: 'その MailHog の SMTP。指定しなければ同じホストの 1025',
      en: 'its SMTP side, else port 1025 of the same host',
    },
  },
  {
    name: 'mailpit-smtp',
    kind: 'text',
    placeholder: 'HOST:PORT',
    summary: {
      ja: 'その Mailpit の SMTP。指定しなければ同じホストの 1025',
      en: 'its SMTP side, else port 1025 of the same host',
    },
  },
];

/** Whether any of these options was given: what they need is loaded only then. */
export function hasCaptureServer(options: Options): boolean {
  return [...captureServerOptions, ...captureSmtpOptions].some(({ name }) => options.has(name));
}
