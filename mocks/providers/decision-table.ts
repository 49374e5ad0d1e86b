import { expect, it } from 'vitest';
import type { Json } from '#sim/kernel';
import type { Authentication, SpfResult } from './authentication.ts';
import { type Judgement, judge } from './judge.ts';
import type { Profile, Rule } from './profile.ts';
import type { History, Incoming } from './question.ts';
import { reordered } from './reordered.ts';

/** The sender of every row that names no other. */
export const service = 'service@openbadge.net';
const link = 'https://wallet.openbadge.test/receive/t0ken';

/** What a row differs in from a right mail of the service with one link, in a mailbox as it comes. */
export interface Given {
  readonly settings?: { readonly [name: string]: Json };
  readonly from?: string;
  readonly reversePath?: string;
  /** To and Cc; the student's address when absent. */
  readonly recipients?: readonly string[];
  readonly forwardPath?: string;
  readonly otherHeader?: string;
  /** Header fields beside From and Message-ID, which every message has; an empty list takes one away. */
  readonly fields?: { readonly [name: string]: readonly string[] };
  readonly sizeBytes?: number;
  readonly text?: string;
  readonly html?: string;
  readonly links?: readonly string[];
  readonly lineBytes?: number;
  readonly usedBytes?: number;
  readonly spf?: SpfResult;
  /** Of the From domain, where it differs from that of the envelope. */
  readonly headerSpf?: SpfResult;
  readonly dkim?: Authentication['dkim']['result'];
  readonly dmarc?: Authentication['dmarc']['result'];
  readonly policy?: Authentication['dmarc']['policy'];
  readonly history?: Partial<History>;
  readonly client?: Authentication['client'];
  /** Domains without A and MX; without any record. */
  readonly domainsWithoutMail?: readonly string[];
  readonly missingDomains?: readonly string[];
  readonly clientHasName?: boolean;
  readonly isEncrypted?: boolean;
  readonly recipientsBefore?: number;
  readonly hasMailbox?: boolean;
}

/** A title, what is given, and the outcome with the rule that decided: `inbox < otherwise`. */
export type Row = readonly [title: string, given: Given, decided: string];

/** Plays every row of a profile's table, and sees to it that no rule is without a row that needs it. */
export function decides(profile: Profile, address: string, rows: readonly Row[]): void {
  it.each(rows)('%s', (_title, given, decided) => {
    expect(decidedBy(profile, address, given)).toBe(decided);
  });

  it('comes out otherwise in some row, whichever rule is left out', () => {
    const without = (lost: Rule): Profile => ({
      ...profile,
      atMail: (profile.atMail ?? []).filter((rule) => rule !== lost),
      rules: profile.rules.filter((rule) => rule !== lost),
    });
    const needless = [...(profile.atMail ?? []), ...profile.rules.slice(0, -1)].filter((rule) =>
      rows.every(([, given, decided]) => decidedBy(without(rule), address, given) === decided),
    );
    expect(needless.map(({ when }) => when.condition)).toEqual([]);
  });
}

/** That a profile asks in a known order, and that some row comes out otherwise when two neighbours of it are swapped. */
export function asksInOrder(
  profile: Profile,
  address: string,
  { rows, conditions }: { readonly rows: readonly Row[]; readonly conditions: readonly string[] },
): void {
  it('asks in the known order', () => {
    expect(orderOf(profile).filter((each) => conditions.includes(each))).toEqual(conditions);
  });

  const neighbours = conditions.slice(1).map((later, index) => [conditions[index] ?? '', later] as const);
  it.each(neighbours)('asks %s before %s, and a row tells', (earlier, later) => {
    const swapped = reordered(profile, [later, earlier]);
    expect(rows.some(([, given, decided]) => decidedBy(swapped, address, given) !== decided)).toBe(true);
  });
}

function decidedBy(profile: Profile, address: string, given: Given): string {
  const judgement = play(profile, address, given);
  return `${outcomeOf(judgement)} < ${judgement.trail.at(-1)?.rule}`;
}

/** The conditions of a profile in the order of asking. */
export function orderOf({ rules }: Profile): readonly string[] {
  return rules.map(({ when }) => when.condition);
}

export function play(profile: Profile, address: string, given: Given = {}): Judgement {
  const defaults = Object.fromEntries(Object.entries(profile.settings).map(([name, each]) => [name, each.default]));
  const { settings = {}, usedBytes = 0, hasMailbox = true } = given;
  const mailbox = { address, settings: { ...defaults, ...settings }, usedBytes };
  const judgement = judge(profile, hasMailbox ? mailbox : undefined, incoming(address, given));
  if (judgement === undefined) throw new TypeError('the table gives every message its authentication');
  return judgement;
}

export function incoming(address: string, given: Given = {}): Incoming {
  const { from = service, reversePath = service, forwardPath = address, links = [link] } = given;
  const {
    text = '学生証を受け取ってください。',
    html = '<p>学生証</p>',
    missingDomains = [],
    domainsWithoutMail = [],
  } = given;
  const fields: Given['fields'] = { from: [from], 'message-id': ['<msg_0001@openbadge.net>'], ...given.fields };
  return {
    reversePath,
    forwardPath,
    fromAddress: from,
    recipients: given.recipients ?? [address],
    otherHeader: given.otherHeader ?? 'message-id: <msg_0001@openbadge.net>',
    fields: (name) => fields[name] ?? [],
    sizeBytes: given.sizeBytes ?? 7_000,
    authentication: authentication(from, reversePath, given),
    history: { now: 1_000_000, firstTriedAt: 0, lastHour: 0, lastDay: 0, unknownLastHour: 0, ...given.history },
    bodies: () => ({ text, html }),
    links: () => links,
    longestLine: () => given.lineBytes ?? 78,
    zone: {
      hasRecord: (name, types) =>
        !missingDomains.includes(name) && (types === undefined || !domainsWithoutMail.includes(name)),
      clientHasName: () => given.clientHasName ?? true,
    },
    isEncrypted: given.isEncrypted ?? true,
    recipientsBefore: given.recipientsBefore ?? 0,
  };
}

function authentication(from: string, reversePath: string, given: Given): Authentication {
  const { spf = 'pass', headerSpf = spf, dkim = 'pass', dmarc = 'pass', policy = 'reject' } = given;
  const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
  return {
    client: given.client ?? 'ipv4',
    spf: {
      envelope: { domain: domainOf(reversePath), result: spf },
      headerFrom: { domain: domainOf(from), result: headerSpf },
    },
    dkim: { result: dkim, domain: domainOf(from) },
    dmarc: { result: dmarc, policy },
  };
}

function outcomeOf(judgement: Judgement): string {
  const { outcome, reply } = judgement;
  if (outcome === 'delivered') {
    const released = judgement.releasedBy === undefined ? '' : ` (${judgement.releasedBy})`;
    const marks = judgement.marks.map((mark) => ` + ${mark}`).join('');
    return `${judgement.folder}${released}${marks}`;
  }
  if (outcome === 'dropped') return `${reply.replyCode}, dropped`;
  const code = reply.enhancedStatusCode === undefined ? '' : ` ${reply.enhancedStatusCode}`;
  return `${reply.replyCode}${code} at ${reply.stage}: ${reply.text}`;
}
