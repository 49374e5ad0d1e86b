import type { Provider } from './providers.ts';

export interface Student {
  readonly name: string;
  readonly kana: string;
  readonly studentNumber: string;
  readonly faculty: string;
  /** Before the at sign, whatever the provider. */
  readonly localPart: string;
  readonly provider: Provider;
}

/** The students of the library; all invented. */
export const students = {
  hanako: {
    name: '見本 花子',
    kana: 'ミホン ハナコ',
    studentNumber: '2026A0123',
    faculty: '文学部',
    localPart: 'hanako',
    provider: 'gmail',
  },
  taro: {
    name: '見本 太郎',
    kana: 'ミホン タロウ',
    studentNumber: '2026A0124',
    faculty: '経済学部',
    localPart: 'taro',
    provider: 'docomo',
  },
  // Letters outside JIS X 0208 (髙 﨑) and outside the BMP (𠮷): what a roster in an old encoding loses.
  yoshino: {
    name: '髙﨑 𠮷乃',
    kana: 'タカサキ ヨシノ',
    studentNumber: '2026B0045',
    faculty: '理工学部',
    localPart: 'yoshino',
    provider: 'icloud',
  },
  // A number that a spreadsheet makes shorter.
  jiro: {
    name: '佐藤 次郎',
    kana: 'サトウ ジロウ',
    studentNumber: '00260012',
    faculty: '工学部',
    localPart: 'jiro',
    provider: 'yahoo-jp',
  },
  // An address that docomo gave out until 2009 and RFC 5321 §4.1.2 has no syntax for without quotes.
  renzoku: {
    name: '鈴木 花音',
    kana: 'スズキ カノン',
    studentNumber: '2026C0007',
    faculty: '看護学部',
    localPart: 'hanako..m',
    provider: 'docomo',
  },
  // The same, with the dot at the end.
  owari: {
    name: '高橋 終',
    kana: 'タカハシ オワリ',
    studentNumber: '2026C0008',
    faculty: '看護学部',
    localPart: 'owari.',
    provider: 'au',
  },
  // A name longer than a card has room for.
  maria: {
    name: 'マリア・フェルナンダ・デ・ソウザ・サントス',
    kana: 'マリア フェルナンダ デ ソウザ サントス',
    studentNumber: '2026D0102',
    faculty: '国際教養学部',
    localPart: 'maria.f.santos',
    provider: 'gmail',
  },
  // Reads mail where the university gives it, if at all.
  ken: {
    name: '田中 健',
    kana: 'タナカ ケン',
    studentNumber: '2026A0321',
    faculty: '法学部',
    localPart: 'k2026321',
    provider: 'm365',
  },
} as const satisfies Record<string, Student>;
