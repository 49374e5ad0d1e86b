import type { Exception } from './finding.ts';

/** Files of mocks/ that ask the machine after all, each for one thing and a reason. */
export const mockEdges: readonly Exception[] = [
  {
    file: 'mocks/handlers/browser/index.ts',
    what: 'global fetch',
    reason: 'runs in a browser, where it forwards to the server that its user named',
  },
  {
    file: 'mocks/handlers/handlers.test.ts',
    what: 'global fetch',
    reason: 'asks as the code of a partner would; MSW answers, and nothing leaves the process',
  },
  {
    file: 'mocks/smtp/prompt-smtp-server.ts',
    what: 'smtp-server',
    reason: 'SMTP from outside: loaded only when a server listens, and it listens on loopback alone',
  },
  {
    file: 'mocks/smtp/prompt-smtp-server.ts',
    what: 'smtp-server/lib/smtp-connection.js',
    reason: 'the connection of that server, greeted without the wait that the package puts before every greeting',
  },
  {
    file: 'mocks/capture/wait.ts',
    what: 'machine timers',
    reason: 'how long a client holds the line for a message is its own time; the world’s does not move by it',
  },
  {
    file: 'mocks/capture/loopback-server.ts',
    what: 'node:http',
    reason: 'the APIs of MailHog and Mailpit on ports of their own: made only when someone asks, on loopback alone',
  },
  {
    file: 'mocks/mailhog/live-feed.ts',
    what: 'machine timers',
    reason: 'MailHog’s keepalive each minute, so that a listener that went away is noticed; no world hears of it',
  },
  {
    file: 'mocks/external-capture/poll.ts',
    what: 'machine timers',
    reason: 'servers outside tell nothing by themselves: the machine waits between two looks, the world does not',
  },
  {
    file: 'mocks/smtp/prompt-smtp-server.ts',
    what: 'machine timers',
    reason: 'replies wait for the end of the turn of the loop to leave in one packet; no world hears of it',
  },
  {
    file: 'mocks/smtp/smtp-fixture.ts',
    what: 'node:net',
    reason: 'the client’s side of an SMTP connection, byte by byte: no mail library sends what is malformed',
  },
  {
    file: 'mocks/app-store/built-files.ts',
    what: 'import.meta',
    reason: 'finds the folder that the build of the pages wrote, beside the sources',
  },
  {
    file: 'mocks/app-store/built-files.ts',
    what: 'node:fs',
    reason: 'looks whether the pages were built: they stand without their looks too',
  },
  {
    file: 'mocks/mail-app/built-files.ts',
    what: 'import.meta',
    reason: 'finds the folder that the build of the pages wrote, beside the sources',
  },
  {
    file: 'mocks/mail-app/built-files.ts',
    what: 'node:fs',
    reason: 'looks whether the pages were built, to say so when they were not',
  },
  {
    file: 'mocks/mail-app/ui/mail-api.ts',
    what: 'global fetch',
    reason: 'runs in the browser, which has no world: asks the router beside the page',
  },
  {
    file: 'mocks/mail-app/ui/mail-app.ts',
    what: 'machine timers',
    reason: 'runs in the browser: a shown list looks for new mail every few seconds',
  },
  {
    file: 'mocks/loopback/loopback-listener.ts',
    what: 'node:net',
    reason: 'IMAP and POP3 from outside: made only when someone asks for it, on loopback alone',
  },
  {
    file: 'mocks/loopback/loopback-listener.test.ts',
    what: 'node:net',
    reason: 'the client’s side of those connections',
  },
  {
    file: 'mocks/loopback/loopback-listener.test.ts',
    what: 'node:tls',
    reason: 'and of those inside TLS',
  },
  {
    file: 'mocks/loopback/connection.ts',
    what: 'node:tls',
    reason:
      'STARTTLS on those connections; how long a client may be silent is the machine’s time, and no world hears of it',
  },
];
