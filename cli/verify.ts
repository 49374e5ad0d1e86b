import { createEgress, egressFetch } from '#sim/egress';
import { ServiceError } from '#sim/errors';
import { type Instant, systemNow } from '#sim/kernel';
import { createKeyResolver } from '#sim/proof';
import { readDateTime, verifyOpenBadge } from '#sim/verify/open-badge';
import { badgeBytes } from './badge-source.ts';
import type { CliCommand, Options } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { verificationText } from './verification-text.ts';

export const verify: CliCommand = {
  takes: '<file|url|->',
  wordsMax: 1,
  options: [
    {
      name: 'online',
      kind: 'text',
      placeholder: 'HOST,…',
      summary: {
        ja: '接続してよいホスト（発行元など）。指定しなければどこにも接続しない',
        en: 'hosts that may be asked, such as the issuer’s; nobody is unless named',
      },
    },
    {
      name: 'holder',
      kind: 'text',
      placeholder: 'ADDRESS|ID',
      summary: { ja: '本人のメールアドレスや ID と照合する', en: 'the address or id of whom it should be about' },
    },
    {
      name: 'at',
      kind: 'text',
      placeholder: 'TIME',
      summary: {
        ja: 'この日時で判定する（例: 2026-04-01T09:00:00+09:00）。指定しなければ現在',
        en: 'the time to judge by, such as 2026-04-01T09:00:00+09:00; now unless given',
      },
    },
    {
      name: 'hashes',
      kind: 'flag',
      summary: { ja: '署名の途中のハッシュ値も出す', en: 'print what was hashed for the proof' },
    },
    { name: 'json', kind: 'flag', summary: { ja: '結果を JSON で出力', en: 'print JSON' } },
  ],
  examples: [
    'npx todoku verify badge.png',
    'npx todoku verify badge.json --online issuer.example.jp --holder hanako@example.ac.jp',
    'cat badge.jwt | npx todoku verify - --at 2026-04-01T09:00:00+09:00 --json',
  ],
  async run({ words: [word], options, language, terminal }) {
    if (word === undefined) {
      throw new ServiceError('argument-missing', { command: 'verify', expected: 'badge.png | https://… | -' });
    }
    const now = timeOf(options);
    const hosts = options
      .all('online')
      .flatMap((value) => value.split(/[\s,]+/))
      .filter((host) => host !== '');
    const fetch = hosts.length === 0 ? undefined : egressFetch(createEgress({ hosts }));
    const bytes = await badgeBytes(word, terminal, fetch);
    const holder = options.text('holder');
    const ports = {
      ...(fetch !== undefined && { fetch }),
      resolveKey: createKeyResolver(fetch === undefined ? {} : { fetch }),
    };
    const { credential, ...verification } = await verifyOpenBadge(bytes, ports, {
      now,
      withHashes: options.has('hashes'),
      ...(holder !== undefined && { holder }),
    });
    terminal.write(
      options.has('json')
        ? `${JSON.stringify({ source: word, ...verification }, null, 2)}\n`
        : verificationText(word, verification, { language, hosts }),
    );
    return verification.verdict === 'accepted' ? exitCodes.well : exitCodes.failed;
  },
};

/** Throws ServiceError `option-value`. */
function timeOf(options: Options): Instant {
  const given = options.text('at');
  if (given === undefined) return systemNow();
  const instant = readDateTime(given);
  if (instant !== undefined) return instant;
  throw new ServiceError('option-value', { option: '--at', expected: '2026-04-01T09:00:00+09:00', given });
}
