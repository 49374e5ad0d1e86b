import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type CaptureServer, captureSource, mailRoute } from '#mocks/external-capture';
import { planCells, playCell } from '#scenarios/runner';
import { linesOf, readLibrary } from '../library/index.ts';
import { type MailhogUnderTest, mailhogUnderTest } from './mail-fixture.ts';

const library = readLibrary();
const cellOf = (id: string) => {
  const [cell] = planCells(library.filter((scenario) => scenario.id === id));
  if (cell === undefined) throw new TypeError(`no scenario ${id}`);
  return cell;
};

const servers: Readonly<Record<CaptureServer['kind'], (under: MailhogUnderTest) => CaptureServer>> = {
  mailhog: ({ port }) => ({ kind: 'mailhog', url: `http://127.0.0.1:${port}` }),
  mailpit: ({ mailpit }) => ({ kind: 'mailpit', url: mailpit }),
};

describe.each(['mailhog', 'mailpit'] as const)('a run whose mails go through a %s', (kind) => {
  // Registration by mail; refused by a filter, then delivered; looked for in junk.
  it.each(['S-2.2-01', 'S-2.2-04', 'S-2.1-01', 'S-4.1-01'])('%s has the very events of one without', async (id) => {
    await using under = await mailhogUnderTest();
    const server = servers[kind](under);
    const route = mailRoute(server, { smtp: `127.0.0.1:${under.smtpPort}` });
    const routed = await playCell(cellOf(id), { mailRoute: route });
    const plain = await playCell(cellOf(id));
    expect(linesOf(routed)).toBe(linesOf(plain));
    const inbox = plain.events.filter(({ type, data }) => type === 'mail.received' && 'folder' in data);
    const carried = await captureSource(server).find({}, 100);
    expect(carried).toHaveLength(inbox.length);
    expect(carried.length).toBeGreaterThan(0);
  });
});

describe('a run fails, and says what to check, when', () => {
  const failureOf = async (server: CaptureServer, options: Parameters<typeof mailRoute>[1]) => {
    const { verdict, events } = await playCell(cellOf('S-2.2-01'), { mailRoute: mailRoute(server, options) });
    expect(verdict).toBe('failed');
    return events.find(({ type }) => type === 'run.failed')?.data;
  };

  it.each(['mailhog', 'mailpit'] as const)('a mail never comes back from the %s', async (kind) => {
    await using shown = await mailhogUnderTest();
    await using taking = await mailhogUnderTest();
    const server = servers[kind](shown);
    expect(await failureOf(server, { smtp: `127.0.0.1:${taking.smtpPort}`, returnMs: 100 })).toMatchObject({
      code: 'mail-not-returned',
      detail: { ja: expect.stringContaining(server.url), en: expect.stringContaining(server.url) },
      nextStep: { ja: expect.stringContaining('SMTP と API が同じサーバー') },
    });
  });

  it('the server takes no mail', async () => {
    await using under = await mailhogUnderTest();
    const smtp = createServer((socket) => socket.on('error', () => undefined).end('554 not today\r\n'));
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    const address = `127.0.0.1:${(smtp.address() as AddressInfo).port}`;
    expect(await failureOf(servers.mailhog(under), { smtp: address })).toMatchObject({
      code: 'mail-not-taken',
      detail: { en: `The SMTP server at ${address} did not take a mail (554 not today).` },
    });
    smtp.close();
    expect(await failureOf(servers.mailhog(under), { smtp: address })).toMatchObject({
      code: 'mail-not-taken',
      detail: { en: `The SMTP server at ${address} did not take a mail (ECONNREFUSED).` },
    });
  });

  it('the mail of an earlier run lies there, and the new one does not come', async () => {
    await using under = await mailhogUnderTest();
    await using other = await mailhogUnderTest();
    const server = servers.mailhog(under);
    const there = mailRoute(server, { smtp: `127.0.0.1:${under.smtpPort}` });
    expect((await playCell(cellOf('S-2.2-01'), { mailRoute: there })).verdict).toBe('passed');
    expect((await playCell(cellOf('S-2.2-01'), { mailRoute: there })).verdict).toBe('passed');
    expect(await failureOf(server, { smtp: `127.0.0.1:${other.smtpPort}`, returnMs: 100 })).toMatchObject({
      code: 'mail-not-returned',
    });
  });

  it.each(['', 'x', '127.0.0.1', '127.0.0.1:0', '127.0.0.1:65536', '::1:25', 'a:b:25', 'http://127.0.0.1:25'])(
    'its SMTP side is no address: %j',
    (smtp) => {
      const server = { kind: 'mailhog', url: 'http://127.0.0.1:8025' } as const;
      expect(() => mailRoute(server, { smtp })).toThrow(expect.objectContaining({ code: 'server-url-invalid' }));
    },
  );
});
