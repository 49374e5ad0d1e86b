import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { checkClaimable, credentialOfSchool, schoolOf } from '../issuer/index.ts';
import { command, formatInstant, type Instant, tokenHash, type World } from '../kernel/index.ts';
import { enqueueMail } from '../mail/index.ts';
import { offerUrlOf } from './endpoints.ts';
import { numberLength, openOffer } from './offer.ts';
import { openid4vciParameters } from './parameters.ts';

/** An offer that a clerk made: the code goes into a QR code, the number is told to the student. */
export interface CounterOffer {
  readonly code: string;
  readonly number: string;
  readonly expiresAt: Instant;
}

/**
 * Makes an offer of a credential that nobody received yet; one that was made before ends. Throws ServiceError
 * `credential-unknown`, and what {@link checkClaimable} throws.
 */
export const makeOffer = command<{ readonly school: string; readonly credential: string }, CounterOffer>(
  'openid4vci.makeOffer',
  (world, { school, credential }) => {
    const record = credentialOfSchool(world, school, credential);
    checkClaimable(world, record);
    world.store.run(
      "UPDATE openid4vci_offer SET state = 'dead' WHERE credential = ? AND source = 'counter' AND state = 'open'",
      credential,
    );
    const code = world.random.token('openid4vci/code');
    const number = drawNumber(world);
    const expiresAt = Math.min(world.clock.now() + openid4vciParameters(world).offerMs, record.claimUntil);
    world.store.run(
      `INSERT INTO openid4vci_offer (code_hash, credential, source, number_hash, expires_at, numbers, tries, state)
       VALUES (?, ?, 'counter', ?, ?, 1, 0, 'open')`,
      tokenHash(code),
      credential,
      numberHash(code, number),
      expiresAt,
    );
    emit(world, 'openid4vci.offered', { credential, until: formatInstant(expiresAt) });
    return { code, number, expiresAt };
  },
);

/**
 * Mails a number for a link to the address that the credential was issued to, so that who only saw the link cannot take
 * it up; the newest number counts. Throws ServiceError `openid4vci-offer-unknown`, `openid4vci-offer-ended`,
 * `openid4vci-number-told`, `mail-limit`.
 */
export const sendNumber = command<{ readonly code: string }, { readonly expiresAt: Instant }>(
  'openid4vci.sendNumber',
  (world, { code }) => {
    const { source, record, row } = openOffer(world, code);
    if (source === 'counter') throw new ServiceError('openid4vci-number-told');
    const { numberMs, numbersMax } = openid4vciParameters(world);
    if (row !== undefined && row.numbers >= numbersMax) throw new ServiceError('mail-limit');
    const number = drawNumber(world);
    const expiresAt = Math.min(world.clock.now() + numberMs, record.claimUntil);
    world.store.run(
      `INSERT INTO openid4vci_offer (code_hash, credential, source, number_hash, expires_at, numbers, tries, state)
       VALUES (?1, ?2, 'link', ?3, ?4, 1, 0, 'open')
       ON CONFLICT (code_hash) DO UPDATE SET number_hash = ?3, expires_at = ?4, numbers = numbers + 1`,
      tokenHash(code),
      record.credential,
      numberHash(code, number),
      expiresAt,
    );
    const message = enqueueMail(world, {
      kind: 'receipt-number',
      forwardPath: record.address,
      about: record.credential,
      variables: {
        recipientName: record.recipientName,
        issuerName: schoolOf(world, record.school).name.ja,
        number,
        link: offerUrlOf(world, code),
        expiresAt,
      },
    });
    emit(world, 'openid4vci.number-sent', { credential: record.credential, message });
    return { expiresAt };
  },
  { secrets: ['code'] },
);

function drawNumber(world: World): string {
  return String(world.random.integer('openid4vci/number', 10 ** numberLength)).padStart(numberLength, '0');
}

/** With its code, so that a look into the table does not tell the number. */
export function numberHash(code: string, number: string): string {
  return tokenHash(`${code}.${number}`);
}
