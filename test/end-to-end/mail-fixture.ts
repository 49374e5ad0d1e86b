import { createTransport, type SendMailOptions } from 'nodemailer';
import { mailboxModule } from '#mocks/mailbox';
import { createMailhogServer, type MailhogOptions, mailhogModule } from '#mocks/mailhog';
import { createSmtpServer, smtpModule } from '#mocks/smtp';
import { createWorld, defaultLimits, parseInstant, type RunningWorld } from '#sim/kernel';

/** SMTP and MailHog's API over one world, as a test suite of someone else would meet them. */
export interface MailhogUnderTest {
  readonly world: RunningWorld;
  readonly smtpPort: number;
  readonly port: number;
  /** `http://127.0.0.1:…/api` */
  readonly api: string;
  send(mail: SendMailOptions): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
}

const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;

export async function mailhogUnderTest(options: MailhogOptions = {}): Promise<MailhogUnderTest> {
  const modules = [mailboxModule, smtpModule, mailhogModule];
  const world = createWorld({ seed: 7, startsAt, limits: defaultLimits, parameters: {} }, modules);
  const smtp = createSmtpServer(world, { opensMailboxes: true });
  const mailhog = createMailhogServer(world, options);
  const { port: smtpPort } = await smtp.listen();
  const { port } = await mailhog.listen();
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true, name: 'client.test' });
  return {
    world,
    smtpPort,
    port,
    api: `http://127.0.0.1:${port}/api`,
    async send(mail) {
      const { response } = await transport.sendMail({ from: 'taro@b.test', to: 'hanako@app.test', ...mail });
      return response;
    },
    async [Symbol.asyncDispose]() {
      transport.close();
      await mailhog[Symbol.asyncDispose]();
      await smtp[Symbol.asyncDispose]();
      world[Symbol.dispose]();
    },
  };
}
