import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, formatInstant, type Instant, type RunningWorld, tokenHash, type World } from '../kernel/index.ts';
import { addressKey } from '../mail/index.ts';
import { accountAt } from './account.ts';
import { sendActivationMail } from './activation.ts';
import { requireFreshForm } from './form-session.ts';
import { createIssuerClient } from './issuer-client.ts';
import { maskAddress } from './mask-address.ts';
import { openOffer } from './offer-page.ts';
import { walletParameters } from './parameters.ts';
import { hashPassword, passwordSalt } from './password-hash.ts';
import { brokenPasswordRules } from './password-rules.ts';
import { personName } from './person-name.ts';
import type { WalletPorts } from './ports.ts';
import { orRefuse } from './refusal.ts';

export interface RegistrationForm {
  /** Of the mail link. The account gets the offer's address; nobody types one. */
  readonly token: string;
  /** The version of the terms that the student agreed to. */
  readonly terms?: string;
  readonly privacyPolicy?: string;
  readonly name: string;
  readonly password: string;
  /** As the page of the link gave it; who registers without the pages has none. */
  readonly form?: string;
}

export interface Registered {
  readonly account: string;
  readonly state: 'pending';
  /** Masked. */
  readonly address: string;
  /** When the link of the activation mail dies. */
  readonly expiresAt: string;
}

export const beginRegistration = command<{ tokenHash: string }, void>('wallet.beginRegistration', (world, given) => {
  world.store.run(
    'INSERT INTO wallet_registration (token_hash, begun_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
    given.tokenHash,
    world.clock.now(),
  );
});

type NewAccount = { address: string; name: string; passwordHash: string; terms: string; privacyPolicy: string };

/** Makes the pending account of an offer's address. Throws ServiceError `account-exists`. */
export const register = command<NewAccount, { readonly account: string; readonly expiresAt: Instant }>(
  'wallet.register',
  (world, { address, name, passwordHash, terms, privacyPolicy }) => {
    if (accountAt(world, address) !== undefined) throw new ServiceError('account-exists');
    const account = world.ids.next('acct');
    const now = world.clock.now();
    world.store.run(
      `INSERT INTO wallet_account (id, state, name, password_hash, password_salt, registered_at)
         VALUES (?, 'pending', ?, ?, ?, ?)`,
      account,
      name,
      passwordHash,
      passwordSalt(world, address),
      now,
    );
    world.store.run(
      'INSERT INTO wallet_address (address_key, address, account) VALUES (?, ?, ?)',
      addressKey(address),
      address,
      account,
    );
    recordConsent(world, account, { terms, privacyPolicy });
    emit(world, 'account.registered', { account });
    return { account, expiresAt: sendActivationMail(world, { account, name, address }) };
  },
  { secrets: ['passwordHash'] },
);

function recordConsent(
  world: World,
  account: string,
  { terms, privacyPolicy }: { readonly terms: string; readonly privacyPolicy: string },
): void {
  for (const [document, version] of [
    ['terms', terms],
    ['privacy-policy', privacyPolicy],
  ] as const) {
    world.store.run(
      'INSERT INTO wallet_consent (account, document, version, given_at) VALUES (?, ?, ?, ?)',
      account,
      document,
      version,
      world.clock.now(),
    );
  }
  emit(world, 'consent.given', { account, terms, privacyPolicy });
}

/**
 * Uses up the mail link and makes a pending account; its activation mail is queued. Throws ServiceError
 * `account-exists`, `consent-missing`, `form-expired`, `name-invalid`, `password-rules`, and those of `openOffer`.
 */
export function registerAccount(world: RunningWorld, ports: WalletPorts, form: RegistrationForm): Promise<Registered> {
  return orRefuse(world, { what: 'registration' }, async () => {
    const offer = await openOffer(world, ports, form.token);
    if (offer.hasAccount) throw new ServiceError('account-exists');
    if (form.form !== undefined) requireFreshForm(world, form.token, form.form);
    const consent = checkConsent(world, form);
    const name = personName(form.name);
    checkPassword(form.password);
    const passwordHash = await (ports.hashPassword ?? hashPassword)(
      form.password,
      passwordSalt(world, offer.address),
      walletParameters(world).passwordCost,
    );
    if (offer.isLive) {
      await world.perform(beginRegistration, { tokenHash: tokenHash(form.token) });
      await createIssuerClient(world, ports.fetch).consume(form.token);
    }
    const { account, expiresAt } = await world.perform(register, {
      address: offer.address,
      name,
      passwordHash,
      ...consent,
    });
    return { account, state: 'pending', address: maskAddress(offer.address), expiresAt: formatInstant(expiresAt) };
  });
}

/** Nobody registers without a mail link, and everybody hears so alike. Throws ServiceError `registration-needs-link`. */
export function startWithoutLink(world: RunningWorld): Promise<never> {
  return orRefuse(world, { what: 'registration' }, () => {
    throw new ServiceError('registration-needs-link');
  });
}

/** Consent is to a version: to the one that holds now, of both documents. */
function checkConsent(world: World, form: RegistrationForm): { terms: string; privacyPolicy: string } {
  const { termsVersion, privacyPolicyVersion } = walletParameters(world);
  if (form.terms !== termsVersion || form.privacyPolicy !== privacyPolicyVersion) {
    throw new ServiceError('consent-missing');
  }
  return { terms: form.terms, privacyPolicy: form.privacyPolicy };
}

/**
 * Throws ServiceError `password-rules`: its parameters name every broken rule (`broken`: rules with commas between) and
 * say each in both languages (`sentencesJa`, `sentencesEn`).
 */
export function checkPassword(password: string): void {
  const broken = brokenPasswordRules(password);
  if (broken.length === 0) return;
  const parameters = {
    count: broken.length,
    broken: broken.map(({ rule }) => rule).join(','),
    sentencesJa: broken.map(({ sentence }) => sentence.ja).join('\n'),
    sentencesEn: broken.map(({ sentence }) => sentence.en).join('\n'),
  };
  throw new ServiceError('password-rules', parameters);
}
