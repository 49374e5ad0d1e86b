import { isIPv4 } from 'node:net';
import type { SenderState } from '#scenarios/runner';
import { ServiceError } from '#sim/errors';
import type { Option, Options } from './command.ts';

/**
 * The sender on the envelope: `--from`, where `<>` is the null sender of a DSN, else the From address. Throws
 * ServiceError `option-value`.
 */
export function reversePathOf(options: Options, fromAddress: string): string {
  const given = options.text('from');
  if (given === undefined) return fromAddress;
  if (given === '<>') return '';
  if (/^[^\s<>@]+@[^\s<>@]+$/.test(given) && given.length <= addressLengthMax) return given;
  throw new ServiceError('option-value', { option: '--from', expected: 'name@domain | <>', given });
}

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.3 , without its brackets. */
const addressLengthMax = 254;

export const fromOption: Option = {
  name: 'from',
  kind: 'text',
  placeholder: 'ADDRESS|<>',
  summary: {
    ja: '封筒の差出人。指定しなければメールの From。<> は差出人なし',
    en: 'the sender on the envelope, else the From address; <> for none',
  },
};

/** How the sender's records in the world's zone are, and where the mail comes from. */
export const senderOptions: readonly Option[] = [
  {
    name: 'from-host',
    kind: 'text',
    placeholder: 'own|other|IPV4',
    summary: {
      ja: '送信元のホスト。指定しなければ差出人のドメインのもの（own）',
      en: 'the host that sends: the sender’s own unless named',
    },
  },
  {
    name: 'spf',
    kind: 'text',
    values: ['right', 'missing', 'wrong', 'broken', 'unreachable'],
    summary: { ja: '差出人のドメインのSPFの状態', en: 'the state of the sender’s SPF record' },
  },
  {
    name: 'dkim',
    kind: 'text',
    values: ['right', 'missing', 'wrong', 'revoked', 'unreachable'],
    summary: {
      ja: 'openbadge.net のDKIM公開鍵の状態',
      en: 'the state of the DKIM key that openbadge.net publishes',
    },
  },
  {
    name: 'dmarc',
    kind: 'text',
    values: ['reject', 'quarantine', 'none', 'missing'],
    summary: { ja: '差出人のドメインのDMARCの方針', en: 'the sender’s DMARC policy' },
  },
];

/** Throws ServiceError `option-value`. */
export function senderState(options: Options): SenderState {
  const host = options.text('from-host');
  if (host !== undefined && !['own', 'other'].includes(host) && !isIPv4(host)) {
    throw new ServiceError('option-value', { option: '--from-host', expected: 'own | other | IPv4', given: host });
  }
  return { host, spf: options.text('spf'), dkim: options.text('dkim'), dmarc: options.text('dmarc') };
}
