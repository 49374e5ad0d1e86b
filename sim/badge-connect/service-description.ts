import { type JsonObject, objectOf } from '../proof/index.ts';
import { askHost, type BadgeConnectPorts, jsonOf, unfit } from './ask-host.ts';
import { urlOnHost } from './host-url.ts';
import { bounded } from './host-words.ts';
import { knownScopes, type Scope } from './scope.ts';

/** What a client needs of a service description document, each URL on the host's own name. */
export type HostService = {
  /** The base URL of the API's operations. */
  readonly base: string;
  readonly title: string;
  readonly registrationUrl: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly refreshUrl: string;
  /** The service description has no place for it; known from the host's OAuth metadata, when it has some. */
  readonly revocationUrl: string | null;
  /** Who answers authorization requests, when the host says that it tells so: https://www.rfc-editor.org/rfc/rfc9207#section-2 */
  readonly issuer: string | null;
  readonly scopes: readonly Scope[];
};

const lengthMax = 256 * 1_024;

/**
 * Discovery: https://www.imsglobal.org/spec/ob/v3p0/#getservicedescription . Throws ServiceError `badge-host-unfit` for a
 * document that is none, is too large, or points elsewhere, and what asking throws.
 */
export async function discover(ports: BadgeConnectPorts, base: string): Promise<HostService> {
  const url = `${base}/discovery`;
  const answer = await askHost(ports, url, { request: { headers: { accept: 'application/json' } }, statuses: [200] });
  const read = readServiceDescription(jsonOf(answer, url, lengthMax), base);
  return { ...read, ...(await metadataOf(ports, base)) };
}

/** https://www.imsglobal.org/spec/ob/v3p0/#servicedescriptiondocument */
function readServiceDescription(document: JsonObject, base: string): HostService {
  const scheme = objectOf(objectOf(objectOf(document.components)?.securitySchemes)?.OAuth2ACG);
  const flow = objectOf(objectOf(scheme?.flows)?.authorizationCode);
  if (scheme === undefined || flow === undefined) {
    throw unfit(base, 'components.securitySchemes.OAuth2ACG.flows.authorizationCode is missing');
  }
  const url = (name: string, told: unknown): string => {
    const found = urlOnHost(told, base);
    if (found === undefined) throw unfit(base, `${name} is no https URL on the host itself`);
    return found;
  };
  const { title } = objectOf(document.info) ?? {};
  const tokenUrl = url('tokenUrl', flow.tokenUrl);
  return {
    base,
    title: (typeof title === 'string' ? bounded(title) : '') || new URL(base).host,
    registrationUrl: url('x-imssf-registrationUrl', scheme['x-imssf-registrationUrl']),
    authorizationUrl: url('authorizationUrl', flow.authorizationUrl),
    tokenUrl,
    refreshUrl: flow.refreshUrl === undefined ? tokenUrl : url('refreshUrl', flow.refreshUrl),
    revocationUrl: null,
    issuer: null,
    scopes: knownScopes(Object.keys(objectOf(flow.scopes) ?? {}).join(' ')),
  };
}

/**
 * The standard says that hosts tell their revocation endpoint and not where
 * (https://www.imsglobal.org/spec/ob/v3p0/#dynamic-registration): it is read where OAuth has a place for it,
 * https://www.rfc-editor.org/rfc/rfc8414#section-3 . A host without it revokes nothing, which is no error.
 */
async function metadataOf(
  ports: BadgeConnectPorts,
  base: string,
): Promise<Pick<HostService, 'revocationUrl' | 'issuer'>> {
  const url = `${new URL(base).origin}/.well-known/oauth-authorization-server`;
  try {
    const answer = await askHost(ports, url, { request: { headers: { accept: 'application/json' } }, statuses: [200] });
    const told = jsonOf(answer, url, lengthMax);
    const { issuer, authorization_response_iss_parameter_supported: isTold } = told;
    return {
      revocationUrl: urlOnHost(told.revocation_endpoint, base) ?? null,
      issuer: isTold === true && urlOnHost(issuer, base) !== undefined ? String(issuer) : null,
    };
  } catch {
    return { revocationUrl: null, issuer: null };
  }
}
