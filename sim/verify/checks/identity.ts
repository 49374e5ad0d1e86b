import type { Bilingual } from '../../errors/index.ts';
import type { StudentId } from '../../proof/index.ts';
import { type Check, fails, holds } from '../check.ts';

/** What a person says, or what stands on a card. */
export interface Identity {
  readonly name?: string;
  readonly studentNumber?: string;
  readonly school?: string;
}

interface Compared {
  readonly id: string;
  readonly label: Bilingual;
  readonly of: (identity: Identity) => string | undefined;
  readonly held: (studentId: StudentId) => string;
}

const compared: readonly Compared[] = [
  {
    id: 'identity-name',
    label: { ja: '氏名', en: 'name' },
    of: ({ name }) => name,
    held: ({ name }) => name,
  },
  {
    id: 'identity-number',
    label: { ja: '学籍番号', en: 'student number' },
    of: ({ studentNumber }) => studentNumber,
    held: ({ studentNumber }) => studentNumber,
  },
  {
    id: 'school',
    label: { ja: '学校名', en: 'school' },
    of: ({ school }) => school,
    held: ({ school }) => school.name,
  },
];

/** Compares the card on the screen and the person's statement with the credential; what was not stated is not compared. */
export function checkIdentity(studentId: StudentId, shown: Identity, claimed: Identity): Check[] {
  return compared.map(({ id, label, of, held }) => {
    const name = { id, clause: 'https://www.w3.org/TR/vc-data-model-2.0/#credential-subject' };
    const truth = sameForm(held(studentId));
    const onCard = of(shown);
    const said = of(claimed);
    if (onCard !== undefined && sameForm(onCard) !== truth) {
      return fails(name, 'card-differs', {
        ja: `画面の${label.ja}が、発行された学生証と異なります。`,
        en: `The ${label.en} on the screen is not that of the student ID that was issued.`,
      });
    }
    if (said !== undefined && sameForm(said) !== truth) {
      return fails(name, 'statement-differs', {
        ja: `申し出の${label.ja}が、学生証と異なります。`,
        en: `The ${label.en} that was stated is not that of the student ID.`,
      });
    }
    return holds(name, { ja: `${label.ja}が一致しています。`, en: `The ${label.en} is the same.` });
  });
}

/** Width and spaces do not tell persons apart: `見本　花子` is `見本 花子`. Leading zeros and letters' case do. */
function sameForm(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
