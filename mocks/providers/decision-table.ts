import { expect, it } from 'vitest';
import type { Json } from '#sim/kernel';
import type { Authentication, SpfResult } from './authentication.ts';
import { type Judgement, judge } from './judge.ts';
import type { Profile } from './profile.ts';
import type { History, Incoming } from './question.ts';

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
  readonly missingDomains?: readonly string[];
  readonly hasMailbox?: boolean;
}

/** A title, what is given, and the outcome with the rule that decided: `inbox < otherwise`. */
export type Row = readonly [title: string, given: Given, decided: string];

/** Plays every row of a profile's table. */
export function decides(profile: Profile, address: string, rows: readonly Row[]): void {
  it.each(rows)('%s', (_title, given, decided) => {
    const judgement = play(profile, address, given);
    expect(`${outcomeOf(judgement)} < ${judgement.trail.at(-1)?.rule}`).toBe(decided);
  });
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
  const { text = '学生証を受け取ってください。', html = '<p>学生証</p>', missingDomains = [] } = given;
  return {
    reversePath,
    forwardPath,
    fromAddress: from,
    recipients: given.recipients ?? [address],
    otherHeader: given.otherHeader ?? 'message-id: <msg_0001@openbadge.net>',
    sizeBytes: 7_000,
    authentication: authentication(from, reversePath, given),
    history: { now: 1_000_000, firstTriedAt: 0, lastHour: 0, lastDay: 0, ...given.history },
    bodies: () => ({ text, html }),
    links: () => links,
    longestLine: () => given.lineBytes ?? 78,
    domainExists: (domain) => !missingDomains.includes(domain),
  };
}

function authentication(from: string, reversePath: string, given: Given): Authentication {
  const { spf = 'pass', headerSpf = spf, dkim = 'pass', dmarc = 'pass', policy = 'reject' } = given;
  const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
  return {
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
