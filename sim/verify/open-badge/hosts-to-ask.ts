import { isSecureUrl } from '../../proof/index.ts';
import { idOf, type JsonObject, listOf, objectOf, textOf } from '../json-object.ts';

/** The hosts that would be asked about a badge: for the issuer's keys, its status, a newer copy. */
export function hostsToAsk(credential: JsonObject): readonly string[] {
  const issuer = idOf(credential.issuer) ?? '';
  const [, didWeb] = /^did:web:([^:#]+)/.exec(issuer) ?? [];
  const statuses = listOf(credential.credentialStatus).map(objectOf);
  const urls = [
    didWeb === undefined ? issuer : `https://${didWeb.replace(/%3a/i, ':')}`,
    ...statuses.map((status) => textOf(status?.statusListCredential) ?? textOf(status?.id)),
    idOf(credential.refreshService),
  ];
  const hosts = urls.map((url) => (url !== undefined && isSecureUrl(url) ? URL.parse(url)?.hostname : undefined));
  return [...new Set(hosts.filter((host) => host !== undefined))].slice(0, 8);
}
