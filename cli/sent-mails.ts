import { hasRecord } from '#mocks/dns';
import { type Evidence, evidenceOfZone } from '#mocks/mail-lint';
import { authenticationOf, deliver, readHeader } from '#mocks/mailbox';
import { domainOf } from '#mocks/providers';
import { type Cell, modules, originOf, playIn } from '#scenarios/runner';
import type { Transmission } from '#sim/events';
import { createWorld, type World } from '#sim/kernel';
import { mailModule } from '#sim/mail';

/** A mail as it left the issuer's host, and how it authenticates in its world. */
export interface SentMail {
  readonly message: string;
  readonly kind: string;
  readonly data: Buffer;
  readonly evidence: Evidence;
}

/** Plays a cell and returns every mail that was sent, each once, whatever became of it and of the cell. */
export async function sentMails(cell: Cell): Promise<readonly SentMail[]> {
  const sent = new Map<string, SentMail>();
  const listening = mailModule({
    async deliver(world, transmission) {
      if (!sent.has(transmission.message)) sent.set(transmission.message, await sentMail(world, transmission));
      return deliver(world, transmission);
    },
  });
  using world = createWorld(
    originOf(cell),
    modules.map((module) => (module.name === listening.name ? listening : module)),
  );
  await playIn(world, cell);
  return [...sent.values()];
}

async function sentMail(world: World, transmission: Transmission): Promise<SentMail> {
  const { message, kind, data, reversePath } = transmission;
  const authentication = await authenticationOf(world, transmission, readHeader(data));
  const fromDomain = authentication.spf.headerFrom.domain || domainOf(reversePath);
  return {
    message,
    kind,
    data,
    evidence: evidenceOfZone(authentication, { fromDomainTakesMail: hasRecord(world, fromDomain, ['A', 'MX']) }),
  };
}
