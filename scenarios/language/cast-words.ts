import { profileOf, profiles } from '#mocks/providers';
import type { Bilingual } from '#sim/errors';
import type { Json } from '#sim/kernel';
import {
  type CastMember,
  type HandsetValue,
  namesIn,
  type Provider,
  resolveHandset,
  schools,
  students,
} from '../library/cast/index.ts';
import { deviceWords } from './device-words.ts';
import { handsetSettingWords } from './handset-setting-words.ts';
import { inlineYaml } from './inline-yaml.ts';
import { perCell } from './per-cell.ts';
import { providerWords } from './provider-words.ts';
import { settingWords } from './value-words.ts';

type Given = { readonly [member: string]: Json | undefined };

/** A member of the cast as people say it: `見本 花子、ドコモ、Android 13、PCメール拒否: する`. */
export function castWords({ role, use, ...differing }: CastMember): Bilingual {
  const about = Object.entries(differing).flatMap(([key, value]) =>
    value === undefined ? [] : aboutMember(key, value, differing),
  );
  const name = calledOf(role, use);
  return {
    ja: [name, ...about].map(({ ja }) => ja).join('、'),
    en: [name, ...about].map(({ en }) => en).join(', '),
  };
}

function calledOf(role: CastMember['role'], use: string | undefined): Bilingual {
  const cell = perCell(use);
  if (role === 'school') {
    if (cell !== undefined) return { ja: `学校（${cell.ja}）`, en: `a school (${cell.en})` };
    return (schools as Record<string, { name: Bilingual }>)[use ?? 'mihon-university']?.name ?? same(`${use}`);
  }
  if (cell !== undefined) return { ja: `学生（${cell.ja}）`, en: `a student (${cell.en})` };
  if (use === undefined || use === 'generated') return { ja: '生成された学生', en: 'a generated student' };
  return same((students as Record<string, { name: string }>)[use]?.name ?? use);
}

const same = (text: string): Bilingual => ({ ja: text, en: text });

/** The words for members whose value is a text. */
const labels: Readonly<Record<string, Bilingual>> = {
  name: { ja: '氏名', en: 'name' },
  kana: { ja: 'フリガナ', en: 'reading' },
  studentNumber: { ja: '学籍番号', en: 'student number' },
  faculty: { ja: '学部', en: 'faculty' },
  address: { ja: 'メールアドレス', en: 'address' },
  domain: { ja: 'ドメイン', en: 'domain' },
  proof: { ja: '署名方式', en: 'secured by' },
  school: { ja: '学校', en: 'school' },
};

function aboutMember(key: string, value: Json, member: Given): Bilingual[] {
  switch (key) {
    case 'provider':
      return [providerName(value)];
    case 'handset':
      return [handsetName(value), ...handsetSettings(value)];
    case 'mailbox':
      return Object.entries(value as Given).map(([setting, given]) =>
        settingWords(setting, settingName(member.provider, setting), given ?? null),
      );
    case 'roster':
      return rosterWords(value);
    case 'otherHandsets':
      return Object.entries(value as Given).map(([name, given]) => {
        const words = [handsetName(given ?? null), ...handsetSettings(given ?? null)];
        return {
          ja: `${name}: ${words.map(({ ja }) => ja).join('・')}`,
          en: `${name}: ${words.map(({ en }) => en).join(', ')}`,
        };
      });
    case 'otherMailboxes':
      return (value as readonly Given[]).map(({ provider, address }) => {
        const name = address === undefined ? providerName(provider ?? null) : same(String(address));
        return { ja: `ほかのメール: ${name.ja}`, en: `other mail: ${name.en}` };
      });
    case 'knownAtGate':
      return [
        value === false
          ? { ja: 'ゲートと窓口は知らない', en: 'not known to the gate and the counter' }
          : { ja: 'ゲートと窓口が知っている', en: 'known to the gate and the counter' },
      ];
    default:
      return [textOf(key, value)];
  }
}

/** `名簿に載っていない`, or what the roster says instead: `名簿のメールアドレス hanako@gmial.com`. */
function rosterWords(value: Json): Bilingual[] {
  if (value === 'none') return [{ ja: '名簿に載っていない', en: 'not on the roster' }];
  return Object.entries(value as Given).map(([key, given]) => {
    const { ja, en } = textOf(key, given ?? null);
    return { ja: `名簿では${ja}`, en: `on the roster: ${en}` };
  });
}

function textOf(key: string, value: Json): Bilingual {
  const text = typeof value === 'object' && value !== null && 'ja' in value ? value : undefined;
  if (text !== undefined) return bilingualText(text as Given);
  const label = labels[key] ?? same(key);
  const cell = perCell(value);
  if (cell !== undefined) return { ja: `${label.ja}（${cell.ja}）`, en: `${label.en} (${cell.en})` };
  const said = typeof value === 'string' ? value : inlineYaml(value);
  return { ja: `${label.ja} ${said}`, en: `${label.en} ${said}` };
}

/** The name of a school, in both languages. */
function bilingualText({ ja = null, en = null }: Given): Bilingual {
  const [cellJa, cellEn] = [perCell(ja), perCell(en)];
  return {
    ja: cellJa === undefined ? String(ja) : `名前（${cellJa.ja}）`,
    en: cellEn === undefined ? String(en) : `name (${cellEn.en})`,
  };
}

function providerName(value: Json): Bilingual {
  const cell = perCell(value);
  if (cell !== undefined) return { ja: `メール（${cell.ja}）`, en: `mail (${cell.en})` };
  return providerWords[value as Provider] ?? same(String(value));
}

/** The provider's own name for a setting; of a provider that the cell gives, what another one calls it. */
function settingName(provider: Json | undefined, setting: string): Bilingual {
  const own = typeof provider === 'string' ? profileOf(provider) : undefined;
  const known = [...(own === undefined ? [] : [own]), ...profiles].find(({ settings }) =>
    Object.hasOwn(settings, setting),
  );
  return known?.settings[setting]?.name ?? same(setting);
}

function handsetName(value: Json): Bilingual {
  const cell = perCell(value);
  if (cell !== undefined) return { ja: `端末（${cell.ja}）`, en: `device (${cell.en})` };
  if (value === 'none') return { ja: '端末なし', en: 'no device' };
  const { settings: _, ...device } = typeof value === 'object' ? (value as Given) : { use: value };
  const names = namesIn(device as Json);
  if (names.length === 0) return deviceWords(resolveHandset(value as HandsetValue));
  const { platform, form } = value as { readonly platform?: string; readonly form?: string };
  const system = perCell(platform) === undefined && platform !== undefined ? platform : undefined;
  const kind = kindsOfDevice[form ?? 'phone'] ?? { ja: '端末', en: 'device' };
  const given = names.join('・');
  return {
    ja: `${system === undefined ? '' : `${system}の`}${kind.ja}（組み合わせごと: ${given}）`,
    en: `${system === undefined ? '' : `${system} `}${kind.en} (per cell: ${names.join(', ')})`,
  };
}

function handsetSettings(value: Json): Bilingual[] {
  if (typeof value !== 'object' || value === null || !('settings' in value)) return [];
  return handsetSettingWords(value.settings as Given);
}

const kindsOfDevice: Readonly<Record<string, Bilingual>> = {
  phone: { ja: 'スマートフォン', en: 'phone' },
  tablet: { ja: 'タブレット', en: 'tablet' },
  pc: { ja: 'PC', en: 'PC' },
};
