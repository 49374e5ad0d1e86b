import type { Family } from './family.ts';

export const badgeConnectSentences: Family<'badge-host'> = {
  'badge-host.connected': ({ host }) => ({
    ja: `ほかのバッジのサービス（${host}）に接続しました。`,
    en: `A connection to another host of badges (${host}) was made.`,
  }),
  'badge-host.lapsed': ({ connection }) => ({
    ja: `接続 ${connection} の許可が、相手のサービスで無効になりました。`,
    en: `The host of connection ${connection} takes its tokens no more.`,
  }),
  'badge-host.disconnected': ({ connection }) => ({
    ja: `接続 ${connection} を終え、許可を取り消しました。`,
    en: `Connection ${connection} was ended and its tokens forgotten.`,
  }),
  'badge-host.pushed': ({ connection, credential, replaced }) => ({
    ja: `${credential} を、接続 ${connection} の相手に${replaced ? '送り直し' : '送り'}ました。`,
    en: `${credential} was sent to the host of connection ${connection}${replaced ? ' again' : ''}.`,
  }),
};
