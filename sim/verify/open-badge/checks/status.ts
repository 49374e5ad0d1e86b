import { type Bilingual, ServiceError } from '../../../errors/index.ts';
import type { Fetch, Instant } from '../../../kernel/index.ts';
import type { ResolveKey } from '../../../proof/index.ts';
import { type BadgeCheck, fails, hasFailed, holds, isUnknown, notApplicable, unknown } from '../../check.ts';
import { idOf, type JsonObject, listOf, objectOf, parseObject, textOf, typesOf } from '../../json-object.ts';
import { isEntrySet, readStatusList, type StatusEntry, statusEntriesOf, withSuspensions } from '../../status-list.ts';
import { lookUp } from '../looked-up.ts';
import { prove } from '../prove.ts';
import { readUnproven } from '../unproven-credential.ts';
import { checkIssuerKey } from './issuer-key.ts';

const name = { id: 'status', clause: 'https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm' };
const listLengthMax = 4_194_304;
const entriesMax = 4;

export interface StatusPorts {
  readonly fetch?: Fetch | undefined;
  readonly resolveKey: ResolveKey;
  readonly now: Instant;
}

/** Neither revoked nor suspended, by what the issuer says today. Several entries must all say so. */
export async function checkBadgeStatus(credential: JsonObject, ports: StatusPorts): Promise<BadgeCheck> {
  const statuses = listOf(credential.credentialStatus);
  if (statuses.length === 0) {
    return notApplicable(name, {
      ja: '失効を確認する仕組みのないバッジです（発行元が取り消すことはできません）。',
      en: 'It names no status: its issuer has no way to revoke it.',
    });
  }
  const found: BadgeCheck[] = [];
  for (const status of statuses.slice(0, entriesMax)) found.push(await checkOne(objectOf(status), credential, ports));
  if (statuses.length > entriesMax) found.push(unsupported('credentialStatus × 5+'));
  return (found.find(hasFailed) ?? found.find(isUnknown) ?? found[0]) as BadgeCheck;
}

async function checkOne(status: JsonObject | undefined, credential: JsonObject, ports: StatusPorts) {
  const types = typesOf(status);
  if (types.includes('1EdTechRevocationList')) return checkRevocationList(status, credential, ports);
  if (!types.includes('BitstringStatusListEntry')) return unsupported(types.join(', '));
  try {
    const [entry, suspension] = withSuspensions(statusEntriesOf({ credentialStatus: status }));
    if (entry === undefined) return unsupported(types.join(', '));
    const own = await checkEntry(entry, credential, ports);
    const isStanding = 'valid' in own && own.valid;
    if (suspension === undefined || !isStanding) return own;
    const beside = await checkEntry(suspension, credential, ports);
    // An issuer whose addresses look like ours need not keep one.
    if (beside.code === 'status-missing') return own;
    return hasFailed(beside) || isUnknown(beside) ? beside : holds(name, neitherSentence);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // A list of yesterday may leave out what was revoked today; everything else is not as it must be.
    const isOver = error.code === 'status-list-over' || error.code.startsWith('key-');
    return isOver ? unknown(name, error.code, error.detail) : fails(name, error.code, error.detail);
  }
}

/** Throws ServiceError `status-…`, `proof-…` and what else {@link prove} throws. */
async function checkEntry(entry: StatusEntry, credential: JsonObject, ports: StatusPorts): Promise<BadgeCheck> {
  const answer = await lookUp(ports.fetch, entry.list, listLengthMax);
  if (answer.state !== 'found') return unanswered(entry.list, answer);
  const list = readUnproven(answer.text);
  if (list === undefined) throw new ServiceError('status-list-invalid', { member: '/' });
  const proven = await prove(list.secured, ports);
  const expected = { id: entry.list, issuers: [idOf(credential.issuer) ?? ''], purpose: entry.purpose, now: ports.now };
  const statusList = readStatusList(proven.credential, expected);
  // Who signs lists with a key of one's own would say that nothing was revoked.
  const key = await checkIssuerKey({ secured: list.secured, ...proven }, ports);
  if (hasFailed(key)) return fails(name, 'status-list-forged', forgedSentence);
  if (isUnknown(key)) return unknown(name, 'status-list-key', listKeySentence);
  return verdictOf(entry.purpose, isEntrySet(statusList, entry));
}

const neitherSentence = {
  ja: '失効も一時停止もしていません。',
  en: 'It has been neither revoked nor suspended.',
};
const forgedSentence = {
  ja: '失効情報が、発行元のものではない鍵で署名されています。',
  en: 'The status list is signed with a key that is not the issuer’s.',
};
const listKeySentence = {
  ja: '失効情報を受け取りましたが、発行元が署名したものかどうかを確認できません。',
  en: 'The status list came, but whether the issuer signed it cannot be known.',
};

const setEntries: Readonly<Record<string, { readonly code: string; readonly sentence: Bilingual }>> = {
  revocation: {
    code: 'revoked',
    sentence: {
      ja: '失効しています。発行元が取り消したバッジです。理由は発行元にお問い合わせください。',
      en: 'It has been revoked by its issuer. Ask the issuer why.',
    },
  },
  suspension: {
    code: 'suspended',
    sentence: {
      ja: '一時停止されています。発行元が再開すると、また有効になります。',
      en: 'It is suspended, until its issuer lifts that.',
    },
  },
};

function verdictOf(purpose: string, isSet: boolean): BadgeCheck {
  const refusal = setEntries[purpose];
  if (refusal === undefined) {
    return notApplicable(name, {
      ja: `状態（${purpose.slice(0, 40)}）は、有効かどうかに関わりません。`,
      en: `Its status (${purpose.slice(0, 40)}) does not bear on whether it is valid.`,
    });
  }
  if (isSet) return fails(name, refusal.code, refusal.sentence);
  return holds(
    name,
    purpose === 'revocation'
      ? { ja: '失効していません。', en: 'It has not been revoked.' }
      : { ja: '一時停止されていません。', en: 'It is not suspended.' },
  );
}

/** Read only: OB 3.0 1.3 put Bitstring Status List in its place. The list has no proof: it is as good as its https. */
async function checkRevocationList(
  status: JsonObject | undefined,
  credential: JsonObject,
  { fetch }: StatusPorts,
): Promise<BadgeCheck> {
  const named = { id: name.id, clause: 'https://www.imsglobal.org/spec/vcrl/v1p0/' };
  const url = textOf(status?.id) ?? '';
  const answer = await lookUp(fetch, url, listLengthMax);
  if (answer.state !== 'found') return unanswered(url, answer);
  const list = parseObject(answer.text);
  const entries = list?.revokedCredential ?? list?.revokedCredentials;
  if (!Array.isArray(entries) || idOf(list?.issuer) !== idOf(credential.issuer)) {
    return fails(named, 'status-list-invalid', {
      ja: '失効の一覧が規格に合っていないか、別の発行元のものです。',
      en: 'The revocation list is not as it must be, or that of another issuer.',
    });
  }
  const isRevoked = entries.map(objectOf).some((entry) => entry?.id === credential.id && entry?.revoked !== false);
  return isRevoked
    ? fails(named, 'revoked', setEntries.revocation?.sentence ?? forgedSentence)
    : holds(named, {
        ja: '失効していません（署名のない旧方式の一覧によります）。',
        en: 'It has not been revoked, by a list of the deprecated kind that nobody signed.',
      });
}

function unanswered(url: string, answer: { readonly state: string; readonly reason?: string }): BadgeCheck {
  const host = URL.parse(url)?.hostname || url.slice(0, 100);
  return answer.state === 'offline'
    ? unknown(name, 'status-offline', {
        ja: `失効していないかどうかは、まだ確認していません。${host} に接続すると確認できます。`,
        en: `Whether it has been revoked was not looked up. Connect to ${host} to find out.`,
      })
    : unknown(name, answer.reason === 'HTTP 404' ? 'status-missing' : 'status-unreachable', {
        ja: `失効していないかどうかを確認できません。${host} から情報を得られませんでした（${answer.reason}）。`,
        en: `Whether it has been revoked cannot be known: ${host} did not say (${answer.reason}).`,
      });
}

function unsupported(type: string): BadgeCheck {
  return unknown(name, 'status-type-unknown', {
    ja: `失効を確認する方式（${type.slice(0, 60)}）に対応していません。発行元にお問い合わせください。`,
    en: `Its status is of a kind that is not known here (${type.slice(0, 60)}). Ask the issuer.`,
  });
}
