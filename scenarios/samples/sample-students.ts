import { generateStudent, providerDomains } from '../library/cast/index.ts';

export interface SampleStudent {
  readonly studentNumber: string;
  readonly name: string;
  readonly kana: string;
  /** Below `.test`, so that nobody real gets a mail when a sample is uploaded somewhere. */
  readonly address: string;
  readonly faculty: string;
}

/** Eight invented students; their numbers begin with zeros, as those of many schools do. */
export function sampleStudents(seed: number): readonly SampleStudent[] {
  return Array.from({ length: 8 }, (_, index) => {
    const { name, kana, faculty, localPart, provider } = generateStudent(seed, 'sample', index);
    const studentNumber = `0026${String(1_001 + index)}`;
    return { studentNumber, name, kana, faculty, address: `${localPart}@${providerDomains[provider]}.test` };
  });
}
