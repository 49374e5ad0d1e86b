import { type TSchema, Type } from 'typebox';
import { profiles, type Setting } from '#mocks/providers';
import { securingMechanisms } from '#sim/proof';
import { handsets } from './handsets.ts';
import { providerDomains } from './providers.ts';
import { schools } from './schools.ts';
import { students } from './students.ts';

const closed = { additionalProperties: false };

const storeCountry = Type.String({
  pattern: '^[A-Z]{2}$',
  examples: ['JP'],
  description: 'ストアのアカウントの国 / The country of the store account',
});

/** What differs from a device as it comes. */
const handsetSettings = Type.Object(
  {
    country: Type.Optional(storeCountry),
    freeMb: Type.Optional(Type.Integer({ minimum: 0, description: '空き容量（MB） / Free storage in MB' })),
    approval: Type.Optional(
      Type.Enum(['not-needed', 'needed', 'given'], { description: '保護者の承認 / The approval of a guardian' }),
    ),
    management: Type.Optional(
      Type.Enum(['none', 'managed', 'rooted'], {
        description: '組織による管理（managed）、改造（rooted） / Managed by an organisation, or altered',
      }),
    ),
    hasBought: Type.Optional(
      Type.Boolean({ description: '以前にアプリを入手したことがある / The account got the app before' }),
    ),
    appVersion: Type.Optional(
      Type.String({
        pattern: '^\\d{1,3}(\\.\\d{1,3}){0,3}$',
        examples: ['1.0'],
        description: '入っているLecoSアプリのバージョン（引用符で囲む） / The LecoS app that is on it, in quotes',
      }),
    ),
    oldBadge: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: 'オープンバッジ2.0用のアプリにあるバッジ / A badge in an app for Open Badges 2.0',
      }),
    ),
  },
  { ...closed, description: '端末の状態 / The state of the device' },
);

/** What a person writes for one device: a key of the library, or what it is. */
const handset = Type.Union([
  Type.Enum(Object.keys(handsets)),
  Type.Object(
    {
      use: Type.Optional(Type.Enum(Object.keys(handsets), { description: '元にする端末 / The device to start from' })),
      platform: Type.Optional(Type.Enum(['iOS', 'Android', 'Windows', 'ChromeOS'])),
      version: Type.Optional(
        Type.String({
          pattern: '^\\d{1,3}(\\.\\d{1,3}){0,3}$',
          examples: ['15.0'],
          description: 'OS のバージョン（引用符で囲む） / The OS version, in quotes',
        }),
      ),
      form: Type.Optional(Type.Enum(['phone', 'tablet', 'pc'])),
      model: Type.Optional(Type.String()),
      settings: Type.Optional(handsetSettings),
    },
    closed,
  ),
]);

const provider = Type.Enum(Object.keys(providerDomains), { description: 'メールの事業者 / The mail provider' });
/** The settings of all providers: which of them a mailbox has is its provider's business. */
const settings = Type.Object(
  Object.fromEntries(
    [...new Set(profiles.flatMap((profile) => Object.keys(profile.settings)))].map((key) => [
      key,
      Type.Optional(schemaOfSettings(profiles.flatMap((profile) => profile.settings[key] ?? []))),
    ]),
  ),
  { ...closed, description: '受信設定 / What is set at the provider' },
);

/** Providers may mean different values by one name. */
function schemaOfSettings(settings: readonly Setting[]): TSchema {
  const different = new Map(
    settings.map((setting) => schemaOfSetting(setting)).map((one) => [JSON.stringify(one), one]),
  );
  const [only, ...others] = different.values();
  return only !== undefined && others.length === 0 ? only : Type.Union([...different.values()]);
}

function schemaOfSetting(setting: Setting): TSchema {
  const { ja, en } = setting.name;
  const description = `${ja} / ${en}`;
  switch (setting.type) {
    case 'addresses':
      return Type.Array(Type.String(), { description });
    case 'flag':
      return Type.Boolean({ description });
    case 'choice':
      return Type.Enum([...setting.choices], { description });
    case 'bytes':
    case 'milliseconds':
    case 'count':
      return Type.Integer({ minimum: 0, description });
    case 'text':
      return Type.String({ maxLength: 200, description });
  }
}

/** The members of a school in `cast`. */
export const schoolMember = Type.Object(
  {
    role: Type.Optional(Type.Enum(['school'])),
    use: Type.Optional(Type.Enum(Object.keys(schools), { description: '学校 / The school to start from' })),
    name: Type.Optional(Type.Object({ ja: Type.String(), en: Type.String() }, closed)),
    domain: Type.Optional(Type.String({ pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$', examples: ['mihon-u.ac.jp'] })),
    knownAtGate: Type.Optional(
      Type.Boolean({
        description:
          'ゲートと窓口の信頼リストにあるか（既定は true） / Whether gate and counter trust it; true when absent',
      }),
    ),
    proof: Type.Optional(
      Type.Enum([...securingMechanisms], { description: '学生証の署名方式 / How its credentials are secured' }),
    ),
  },
  closed,
);

const anAddress = Type.String({
  pattern: '^[^@\\s]+@[^@\\s]+$',
  examples: ['hanako@gmail.com'],
  description: '宛先 / The address',
});

/** What stands in the row of a student on the school's roster, where it is not what is true. */
const rosterRow = Type.Object(
  {
    studentNumber: Type.Optional(
      Type.String({ description: '学籍番号（引用符で囲む） / The student number, in quotes' }),
    ),
    name: Type.Optional(Type.String()),
    kana: Type.Optional(Type.String()),
    faculty: Type.Optional(Type.String()),
    address: Type.Optional(anAddress),
  },
  closed,
);

/** The members of a student in `cast`. */
export const studentMember = Type.Object(
  {
    role: Type.Optional(Type.Enum(['student'])),
    use: Type.Optional(
      Type.Enum([...Object.keys(students), 'generated'], { description: '学生 / The student to start from' }),
    ),
    school: Type.Optional(Type.String({ description: '名簿のある学校のキー / The key of the school in the cast' })),
    name: Type.Optional(Type.String()),
    kana: Type.Optional(Type.String()),
    studentNumber: Type.Optional(
      Type.String({ description: '学籍番号（引用符で囲む） / The student number, in quotes' }),
    ),
    faculty: Type.Optional(Type.String()),
    provider: Type.Optional(provider),
    address: Type.Optional(anAddress),
    roster: Type.Optional(
      Type.Union([Type.Enum(['none']), rosterRow], {
        description:
          '学校の名簿が実際と違うところ（none は載っていない） / What the roster has otherwise; none for no row',
      }),
    ),
    mailbox: Type.Optional(settings),
    otherMailboxes: Type.Optional(
      Type.Array(
        Type.Object(
          {
            provider,
            address: Type.Optional(Type.String({ pattern: '^[^@\\s]+@[^@\\s]+$' })),
            settings: Type.Optional(settings),
          },
          closed,
        ),
        { description: 'ほかに持つメールボックス / Further mailboxes of the student' },
      ),
    ),
    handset: Type.Optional(
      Type.Union([Type.Enum(['none']), handset], {
        description: '端末（none は持たない） / The device; none for no device',
      }),
    ),
    otherHandsets: Type.Optional(
      Type.Record(Type.String(), handset, { description: 'ほかに持つ端末 / Further devices of the student, by name' }),
    ),
  },
  closed,
);
