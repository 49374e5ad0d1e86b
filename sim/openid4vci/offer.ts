import { type Bilingual, ServiceError } from '../errors/index.ts';
import { type CredentialRecord, checkClaimable, credentialOf, findLink } from '../issuer/index.ts';
import { type Instant, tokenHash, type World } from '../kernel/index.ts';
import { configurationIdOfSchool } from './configuration.ts';
import { credentialIssuerOf } from './endpoints.ts';

export const preAuthorizedCode = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

export const numberLength = 6;

/** A token has 43 characters; nothing longer is looked for. */
const codeLengthMax = 200;

/** What stands of an offer: of a link, only once its number was asked for. */
export interface OfferRow {
  readonly source: 'link' | 'counter';
  readonly credential: string;
  readonly numberHash: string;
  /** Of the number. */
  readonly expiresAt: Instant;
  readonly numbers: number;
  readonly tries: number;
  readonly state: 'open' | 'redeemed' | 'dead';
}

/** An offer that can still be taken up. */
export interface OpenOffer {
  readonly source: 'link' | 'counter';
  readonly record: CredentialRecord;
  readonly row: OfferRow | undefined;
}

const toldAtCounter: Bilingual = {
  ja: '受け取り番号（数字6桁）。学校の窓口でお伝えした番号です。',
  en: 'The 6-digit number that your school told you.',
};

const mailed: Bilingual = {
  ja: '受け取り番号（数字6桁）。学生証のメールのリンクをブラウザーで開き、「番号をメールで受け取る」を押すと届きます。',
  en: 'The 6-digit number that you are mailed: open the link of the mail in a browser and press "Mail me the number".',
};

/**
 * The offer that a code stands for: one that a clerk made, or a mail link, whose token is the code. Asking changes
 * nothing. Throws ServiceError `openid4vci-offer-unknown`, `openid4vci-offer-ended`.
 */
export function openOffer(world: World, code: string): OpenOffer {
  if (code.length > codeLengthMax) throw new ServiceError('openid4vci-offer-unknown');
  const row = readOffer(world, code);
  if (row !== undefined && row.state !== 'open') throw new ServiceError('openid4vci-offer-ended');
  const offer: OpenOffer =
    row?.source === 'counter'
      ? { source: 'counter', record: credentialOf(world, row.credential), row }
      : { source: 'link', record: linkedRecord(world, code), row };
  if (row?.source === 'counter' && world.clock.now() >= row.expiresAt) throw new ServiceError('openid4vci-offer-ended');
  try {
    checkClaimable(world, offer.record);
  } catch (cause) {
    throw new ServiceError('openid4vci-offer-ended', {}, { cause });
  }
  return offer;
}

function readOffer(world: World, code: string): OfferRow | undefined {
  return world.store.get<OfferRow>(
    `SELECT source, credential, number_hash AS numberHash, expires_at AS expiresAt, numbers, tries, state
     FROM openid4vci_offer WHERE code_hash = ?`,
    tokenHash(code),
  );
}

function linkedRecord(world: World, token: string): CredentialRecord {
  let link: ReturnType<typeof findLink>;
  try {
    link = findLink(world, token);
  } catch (cause) {
    throw new ServiceError('openid4vci-offer-unknown', {}, { cause });
  }
  if (link.state !== 'live') throw new ServiceError('openid4vci-offer-ended');
  return link.record;
}

/**
 * https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#section-4.1.1 . Throws what {@link openOffer}
 * throws.
 */
export function credentialOffer(world: World, code: string) {
  const { source, record } = openOffer(world, code);
  const { ja, en } = source === 'counter' ? toldAtCounter : mailed;
  return {
    credential_issuer: credentialIssuerOf(world, record.school),
    credential_configuration_ids: [configurationIdOfSchool(world, record.school)],
    grants: {
      [preAuthorizedCode]: {
        'pre-authorized_code': code,
        // At most 300 characters.
        tx_code: { input_mode: 'numeric', length: numberLength, description: `${ja} / ${en}` },
      },
    },
  };
}
