import type { ServiceOrigins } from './mocked-services.ts';

/** How a student stands in the roster of a mocked school. */
export interface MockedStudent {
  readonly studentNumber: string;
  readonly name: string;
  /** Of a simulated mailbox: `hanako@mihon-u.ac.jp.test`. */
  readonly address: string;
}

/** A school that is there from the start. */
export interface MockedSchool {
  /** Its name in URLs: `mihon-university`. */
  readonly slug: string;
  readonly name: { readonly ja: string; readonly en: string };
  /** How its student IDs are secured; `VC-JWT RS256` when absent. */
  readonly mechanism?: 'VC-JWT RS256' | 'VC-JWT ES256' | 'VC-JWT EdDSA' | 'eddsa-rdfc-2022';
  /** Its roster. Their IDs are issued and the mails about them sent before the first request. */
  readonly students?: readonly MockedStudent[];
}

export interface MocksOptions {
  /** Keys, tokens and ids all follow from it: the same seed and requests give the same answers. 1 when absent. */
  readonly seed?: number;
  /** The time of the world when it begins, RFC 3339; `2026-04-01T09:00:00+09:00` when absent. */
  readonly startsAt?: string;
  /** Where your code asks for the services; what is not named is at `https://issuer.openbadge.test` and so on. */
  readonly origins?: Partial<ServiceOrigins>;
  /** {@link sampleSchool} when absent. */
  readonly schools?: readonly MockedSchool[];
}

/** The school of a world that nobody said anything about; all invented. */
export const sampleSchool: MockedSchool = {
  slug: 'mihon-university',
  name: { ja: '見本大学', en: 'Mihon University' },
  students: [
    { studentNumber: '0012345', name: '見本 花子', address: 'hanako@mihon-u.ac.jp.test' },
    { studentNumber: '0012346', name: '見本 太郎', address: 'taro@mihon-u.ac.jp.test' },
    { studentNumber: '0012347', name: '佐藤 陽葵', address: 'himari@mihon-u.ac.jp.test' },
  ],
};
