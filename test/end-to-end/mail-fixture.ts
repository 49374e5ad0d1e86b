import { createTransport, type SendMailOptions } from 'nodemailer';
import { type WatchedWorld, watchWorld } from '#mocks/capture';
import { mailboxModule } from '#mocks/mailbox';
import { createMailhogServer, type MailhogOptions, mailhogModule } from '#mocks/mailhog';
import { createSmtpServer, smtpModule } from '#mocks/smtp';
import { createWorld, defaultLimits, parseInstant } from '#sim/kernel';

/** SMTP and MailHog's API over one world, as a test suite of someone else would meet them. */
export interface MailhogUnderTest {
  readonly world: WatchedWorld;
  readonly smtpPort: number;
  readonly port: number;
  /** `http://127.0.0.1:…/api` */
  readonly api: string;
  send(mail: SendMailOptions): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
}

const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;

export async function mailhogUnderTest(options: MailhogOptions = {}): Promise<MailhogUnderTest> {
  const world = watchWorld(
    createWorld({ seed: 7, startsAt, limits: defaultLimits, parameters: {} }, [
      mailboxModule,
      smtpModule,
      mailhogModule,
    ]),
  );
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
