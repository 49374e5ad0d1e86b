import type { Bilingual } from '#sim/errors';
import type { EventData } from '#sim/events';
import { counted } from './counted.ts';
import type { Family } from './family.ts';
import { schoolName } from './names.ts';
import { vocabulary } from './vocabulary.ts';

export const peopleSentences: Family<'gate' | 'counter' | 'student' | 'desk'> = {
  'gate.scanned': (data) => judged({ ja: 'ゲート', en: 'The gate' }, data),
  'counter.checked': (data) =>
    data.credential === undefined && data.checks.some(({ id }) => id.startsWith('register-'))
      ? judgedByRegister(data)
      : judged({ ja: '窓口', en: 'The counter' }, data),
  'gate.issuer-trusted': ({ gate, issuer }, names) => {
    const school = schoolName(issuer.split('/').at(-1) ?? issuer, names);
    const at = gate.endsWith('counter') ? { ja: '窓口', en: 'the counter' } : { ja: 'ゲート', en: 'the gate' };
    return {
      ja: `${at.ja}の信頼リストに${school.ja}を登録しました。`,
      en: `${school.en} is now on the list of issuers that ${at.en} trusts.`,
    };
  },
  'student.reported': ({ sentence }) => ({ ja: `学生の訴え: ${sentence.ja}`, en: `The student said: ${sentence.en}` }),
  'student.asked': ({ desk, sentence }) => {
    const asked = vocabulary.desk(desk);
    return {
      ja: `学生が${asked.ja}にたずねました: ${sentence.ja}`,
      en: `The student asked ${asked.en}: ${sentence.en}`,
    };
  },
  'desk.answered': ({ desk, party, routed, sentence }) => {
    const [by, to] = [vocabulary.desk(desk), vocabulary.desk(party)];
    return routed
      ? {
          ja: `${by.ja}が${to.ja}への問い合わせを案内しました: ${sentence.ja}`,
          en: `From ${by.en}, sent on to ${to.en}: ${sentence.en}`,
        }
      : { ja: `${by.ja}の回答: ${sentence.ja}`, en: `Answer of ${by.en}: ${sentence.en}` };
  },
};

type Judgement = Pick<EventData<'gate.scanned'>, 'verdict' | 'checks'> & { readonly offline?: boolean };

/** Without the student ID: what a clerk finds in the school's register. */
function judgedByRegister({ verdict, checks }: Judgement): Bilingual {
  const failed = checks.filter(({ valid }) => !valid);
  return verdict === 'accepted'
    ? {
        ja: '窓口の係が、本人確認書類と学籍簿で本人と確認しました。',
        en: "A clerk knew the student by an identity document and the school's register.",
      }
    : {
        ja: `窓口の係は、学籍簿で本人と確認できませんでした。${failed.map(({ sentence }) => sentence.ja).join('')}`,
        en: `By the register a clerk could not tell that it is the student. ${failed.map(({ sentence }) => sentence.en).join(' ')}`,
      };
}

function judged(who: Bilingual, { verdict, checks, offline = false }: Judgement): Bilingual {
  if (verdict === 'accepted') {
    const how = offline
      ? { ja: '、通信できないため手元の記録を使って', en: ' from its memory, as the network did not answer' }
      : { ja: '', en: '' };
    return {
      ja: `${who.ja}が学生証を確認し${how.ja}、通しました（確認${checks.length}件）。`,
      en: `${who.en} accepted the student ID${how.en} (${counted(checks.length, 'check')}).`,
    };
  }
  const failed = checks.filter(({ valid }) => !valid);
  return {
    ja: `${who.ja}が学生証を断りました。${failed.map(({ sentence }) => sentence.ja).join('')}`,
    en: `${who.en} refused the student ID. ${failed.map(({ sentence }) => sentence.en).join(' ')}`.trim(),
  };
}
