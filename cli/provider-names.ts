import { type Provider, providerDomains } from '#scenarios/library/cast';

/** What people call a mail provider, besides its key and its domain. */
const names: Readonly<Record<Provider, readonly string[]>> = {
  docomo: ['ドコモ', 'ドコモメール', 'NTTドコモ'],
  au: ['auメール', 'エーユー'],
  softbank: ['ソフトバンク', 'ソフトバンクメール'],
  ymobile: ['ワイモバイル', 'ワイモバイルメール'],
  gmail: ['Gメール', 'ジーメール'],
  icloud: ['iCloudメール', 'アイクラウド'],
  'yahoo-jp': ['Yahoo', 'Yahooメール', 'ヤフー', 'ヤフーメール'],
  m365: ['Microsoft 365', 'Outlook', '大学のメール'],
  'school-gateway': ['ゲートウェイ', '学校のメール', '学校のメールゲートウェイ'],
  plain: [],
};

const byName: ReadonlyMap<string, Provider> = new Map(
  (Object.keys(names) as Provider[]).flatMap((provider) =>
    [provider, providerDomains[provider], ...names[provider]].map((name) => [folded(name), provider] as const),
  ),
);

/** The provider that a word means, however wide its letters are: `ﾄﾞｺﾓ`, `Y!mobile`, `docomo.ne.jp`. */
export function providerCalled(word: string): Provider | undefined {
  return byName.get(folded(word));
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s!@_-]/g, '');
}
