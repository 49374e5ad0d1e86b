import { createTransport, type SendMailOptions } from 'nodemailer';
import { mailboxModule } from '#mocks/mailbox';
import { createMailhogServer, type MailhogOptions, mailhogModule } from '#mocks/mailhog';
import { createMailpitServer, mailpitModule } from '#mocks/mailpit';
import { createSmtpServer, smtpModule } from '#mocks/smtp';
import { createWorld, defaultLimits, parseInstant, type RunningWorld } from '#sim/kernel';

/** SMTP and the APIs of MailHog and Mailpit over one world, as a test suite of someone else would meet them. */
export interface MailhogUnderTest {
  readonly world: RunningWorld;
  readonly smtpPort: number;
  readonly port: number;
  /** `http://127.0.0.1:…/api` */
  readonly api: string;
  /** `http://127.0.0.1:…`, of Mailpit's API. */
  readonly mailpit: string;
  send(mail: SendMailOptions): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
}

const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;

export async function mailhogUnderTest(options: MailhogOptions = {}): Promise<MailhogUnderTest> {
  const modules = [mailboxModule, smtpModule, mailhogModule, mailpitModule];
  const world = createWorld({ seed: 7, startsAt, limits: defaultLimits, parameters: {} }, modules);
  const smtp = createSmtpServer(world, { opensMailboxes: true });
  const mailhog = createMailhogServer(world, options);
  const { port: smtpPort } = await smtp.listen();
  const { port } = await mailhog.listen();
  const mailpit = createMailpitServer(world);
  const { port: mailpitPort } = await mailpit.listen();
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true, name: 'client.test' });
  return {
    world,
    smtpPort,
    port,
    api: `http://127.0.0.1:${port}/api`,
    mailpit: `http://127.0.0.1:${mailpitPort}`,
    async send(mail) {
      const { response } = await transport.sendMail({ from: 'taro@b.test', to: 'hanako@app.test', ...mail });
      return response;
    },
    async [Symbol.asyncDispose]() {
      transport.close();
      await mailpit[Symbol.asyncDispose]();
      await mailhog[Symbol.asyncDispose]();
      await smtp[Symbol.asyncDispose]();
      world[Symbol.dispose]();
    },
  };
}
