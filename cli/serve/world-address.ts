import { mailboxList } from '#mocks/mailbox';
import type { CellRun } from '#scenarios/runner';
import { profileId, schoolSlugs } from '#sim/issuer';
import { formatInstant, type RunningWorld } from '#sim/kernel';
import type { Ports } from './ports.ts';

/** A school that issues, as its own system reaches the issuer. */
export interface SchoolAddress {
  readonly slug: string;
  readonly url: string;
  /** `Authorization: Bearer …` at the issuer. */
  readonly token: string;
}

/** Where a served world is reached, and with what: the JSON of it. */
export interface WorldAddress {
  readonly world: string;
  readonly issuer: string;
  readonly wallet: string;
  readonly verifier: string;
  readonly smtp: string;
  readonly mailhog: string;
  readonly mailpit: string;
  readonly api: string;
  readonly app: string;
  /** Rosters, credentials and mails to download. */
  readonly samples: string;
  readonly imap: string;
  readonly pop3: string;
  readonly docs: readonly string[];
  /** Any address below it is a mailbox without a filter. */
  readonly mailDomain: string;
  readonly ports: Ports;
  readonly schools: readonly SchoolAddress[];
  /** `Authorization: Bearer …` of who runs the verifier, such as a desk that asks for a student ID. */
  readonly verifierToken: string;
  /** The same for the gates that read QR codes, at the wallet. */
  readonly gateToken: string;
  readonly mailboxes: readonly { readonly mailbox: string; readonly address: string; readonly provider: string }[];
  readonly now: string;
  readonly realTime: boolean;
  readonly scenario?: string;
  readonly cell?: string;
  readonly verdict?: string;
}

/** What runs, for those who are told of it. */
export interface Served {
  readonly name: string;
  readonly world: RunningWorld;
  readonly run: CellRun | undefined;
  readonly ports: Ports;
  readonly isRealTime: boolean;
}

export function addressOf({ name, world, run, ports, isRealTime }: Served): WorldAddress {
  const site = `http://127.0.0.1:${ports.http}`;
  const { issuer, wallet, verifier } = world.origins;
  return {
    world: name,
    issuer,
    wallet,
    verifier,
    smtp: `smtp://127.0.0.1:${ports.smtp}`,
    mailhog: `${site}/api`,
    mailpit: `http://127.0.0.1:${ports.mailpit}/api`,
    api: `${site}/todoku/v1`,
    app: `${site}/mail/`,
    samples: `${site}/todoku/v1/samples`,
    imap: `imap://127.0.0.1:${ports.imap}`,
    pop3: `pop3://127.0.0.1:${ports.pop3}`,
    docs: [issuer, wallet, verifier, site].map((origin) => `${origin}/docs`),
    mailDomain: mailDomainOf(name),
    ports,
    schools: schoolAddresses(world),
    verifierToken: world.keys.secret('verifier'),
    gateToken: world.keys.secret('gate'),
    mailboxes: mailboxList(world).map(({ mailbox, address, provider }) => ({ mailbox, address, provider })),
    now: formatInstant(world.clock.now()),
    realTime: isRealTime,
    ...(run !== undefined && { scenario: run.cell.scenario.id, cell: run.cell.name, verdict: run.verdict }),
  };
}

/** `.test` is nobody's (RFC 6761 §6.2): mail for it goes to a plain mailbox of whichever world it is sent in. */
function mailDomainOf(world: string): string {
  return `${world}.todoku.test`;
}

export function schoolAddresses(world: RunningWorld): SchoolAddress[] {
  return schoolSlugs(world).map((slug) => schoolAddress(world, slug));
}

export function schoolAddress(world: RunningWorld, slug: string): SchoolAddress {
  return { slug, url: profileId(world, slug), token: world.keys.secret(`school/${slug}`) };
}
