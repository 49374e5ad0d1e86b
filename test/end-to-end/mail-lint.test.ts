import { describe, expect, it } from 'vitest';
import { dnsModule, hasRecord } from '#mocks/dns';
import { evidenceOfZone, lint, readLetter } from '#mocks/mail-lint';
import { authenticationOf, readHeader } from '#mocks/mailbox';
import type { Language } from '#sim/errors';
import type { Transmission } from '#sim/events';
import { command, createWorld, defaultLimits, type Module, parseInstant, simulatedOrigins } from '#sim/kernel';
import { dkimRecord, enqueueMail, type MailKind, type MailOrder, mailModule } from '#sim/mail';

const order = command<{ readonly kind: MailKind; readonly language: Language }, string>(
  'fixture.order',
  (world, { kind, language }) =>
    enqueueMail(world, {
      kind,
      language,
      forwardPath: 'hanako@docomo.ne.jp.test',
      variables: {
        recipientName: '髙﨑 花子',
        issuerName: '見本大学',
        number: '482913',
        link: `${simulatedOrigins.wallet}/receive/t0kent0kent0kent0kent0kent0kent0kent0ken`,
        expiresAt: parseInstant('2026-10-01T09:00:00+09:00') ?? 0,
      },
    } as MailOrder),
);

/** Sends one mail in a world with a zone, and returns what left the host and how it authenticates. */
async function sent(kind: MailKind, language: Language, dns = {}) {
  const left: Transmission[] = [];
  const fixture: Module = { name: 'fixture', tables: '', commands: [order] };
  const outgoing = mailModule({
    deliver: (_, transmission) => {
      left.push(transmission);
      return { replyCode: 250, text: 'Ok' };
    },
  });
  const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
  const world = createWorld({ seed: 5, startsAt, limits: defaultLimits, parameters: { dns } }, [
    outgoing,
    dnsModule({ signingKey: dkimRecord }),
    fixture,
  ]);
  await world.perform(order, { kind, language });
  await world.advance(10_000);
  const [transmission] = left;
  if (transmission === undefined) throw new TypeError('nothing was sent');
  const authentication = await authenticationOf(world, transmission, readHeader(transmission.data));
  const fromDomainTakesMail = hasRecord(world, 'openbadge.net', ['A', 'MX']);
  return { data: transmission.data, evidence: evidenceOfZone(authentication, { fromDomainTakesMail }) };
}

const ownHosts = Object.values(simulatedOrigins).map((origin) => new URL(origin).hostname);
const kinds: readonly MailKind[] = [
  'issue-notice',
  'activation',
  'password-reset',
  'address-confirmation',
  'receipt-number',
];

describe('our own mails', () => {
  it.each(kinds.flatMap((kind) => (['ja', 'en'] as const).map((language) => [kind, language] as const)))(
    '%s in %s are as a mail should be',
    async (kind, language) => {
      const { data, evidence } = await sent(kind, language);
      const findings = lint(readLetter(data, { evidence, ownHosts }));
      expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
    },
  );

  it('are found out when a record of the sender breaks', async () => {
    const { data, evidence } = await sent('issue-notice', 'ja', { spf: 'wrong', dkim: 'missing', domain: 'missing' });
    const errors = lint(readLetter(data, { evidence, ownHosts })).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule }) => rule)).toEqual([
      'spf-failed',
      'from-spf-failed',
      'dkim-failed',
      'dmarc-failed',
      'from-domain-without-mail',
    ]);
  });

  it('are found out when their body was changed, without asking anybody', async () => {
    const { data } = await sent('issue-notice', 'ja');
    const changed = Buffer.from(data.toString('latin1').replace(/--\r\n$/, '--\r\nfooter\r\n'), 'latin1');
    const rules = (bytes: Buffer) => lint(readLetter(bytes, { ownHosts })).map(({ rule }) => rule);
    expect(rules(changed)).toContain('dkim-body-changed');
    expect(rules(data)).not.toContain('dkim-body-changed');
  });
});
