import { ServiceError } from '../../errors/index.ts';
import { type JsonObject, objectOf } from '../../proof/index.ts';
import { readDateTime } from '../../verify/open-badge/index.ts';

/** Refuses a credential in which a member that every credential has is missing, or is of another kind. */
type Refuse = (pointer: string, reason: string) => never;

function unfit(at: string): Refuse {
  return (pointer, reason) => {
    throw new ServiceError('credential-unfit', { pointer: `${at}${pointer}`, reason });
  };
}

/**
 * The members that data model 2.0 asks of every credential (https://www.w3.org/TR/vc-data-model-2.0/#verifiable-credentials).
 * `at` is the JSON Pointer of the credential in the request. Throws ServiceError `credential-unfit`.
 */
export function checkCredentialShape(credential: JsonObject, at: string): void {
  const refuse = unfit(at);
  checkContextAndType(credential, refuse, 'VerifiableCredential');
  const { id, issuer, credentialSubject: subject } = credential;
  if (id !== undefined && !isUrl(id)) refuse('/id', 'must be a URL');
  if (!isUrl(typeof issuer === 'string' ? issuer : objectOf(issuer)?.id)) {
    refuse('/issuer', 'must be a URL, or an object with one as its id');
  }
  const subjects = Array.isArray(subject) ? subject : [subject];
  const isAbout = (one: unknown): boolean => Object.keys(objectOf(one) ?? {}).length > 0;
  if (subjects.length === 0 || !subjects.every(isAbout))
    refuse('/credentialSubject', 'must be an object that says something');
  for (const member of ['validFrom', 'validUntil', 'issuanceDate', 'expirationDate'] as const) {
    const date = credential[member];
    if (date !== undefined && (typeof date !== 'string' || readDateTime(date) === undefined)) {
      refuse(`/${member}`, 'must be a date-time');
    }
  }
  for (const member of ['credentialStatus', 'credentialSchema', 'evidence', 'termsOfUse', 'refreshService'] as const) {
    const entries = credential[member] === undefined ? [] : [credential[member]].flat();
    const isTyped = (entry: unknown): boolean =>
      [objectOf(entry)?.type].flat().some((type) => typeof type === 'string');
    if (!entries.every(isTyped)) refuse(`/${member}`, 'must have a type');
  }
}

/** Likewise of presentations. */
export function checkPresentationShape(presentation: JsonObject, at: string): void {
  const refuse = unfit(at);
  checkContextAndType(presentation, refuse, 'VerifiablePresentation');
  const { holder } = presentation;
  if (holder !== undefined && !isUrl(typeof holder === 'string' ? holder : objectOf(holder)?.id)) {
    refuse('/holder', 'must be a URL, or an object with one as its id');
  }
}

function checkContextAndType(document: JsonObject, refuse: Refuse, expected: string): void {
  const { '@context': context, type } = document;
  const isContext = (one: unknown): boolean => typeof one === 'string' || objectOf(one) !== undefined;
  if (!Array.isArray(context) || context.length === 0 || !context.every(isContext)) {
    refuse('/@context', 'must be an array of URLs and objects');
  }
  if (!Array.isArray(type) || !type.every((one) => typeof one === 'string'))
    refuse('/type', 'must be an array of texts');
  if (Array.isArray(type) && !type.includes(expected)) refuse('/type', `must have ${expected}`);
}

/** A proof, or several, each an object. Throws ServiceError `credential-unfit`. */
export function checkProofShape(document: JsonObject, at: string): void {
  const refuse = unfit(at);
  const proofs = document.proof === undefined ? [] : [document.proof].flat();
  if (proofs.length === 0) refuse('/proof', 'must be there');
  for (const proof of proofs) {
    const object = objectOf(proof);
    if (object === undefined) refuse('/proof', 'must be an object');
    for (const member of ['type', 'verificationMethod', 'proofPurpose', 'proofValue'] as const) {
      if (typeof object?.[member] !== 'string') refuse(`/proof/${member}`, 'must be a text');
    }
  }
}

function isUrl(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value);
}
