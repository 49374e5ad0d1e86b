import type { Bilingual } from '#sim/errors';
import { type Fetch, formatInstant, type RunningWorld } from '#sim/kernel';
import { type Desk, give } from './desk.ts';
import { type IssueRecord, lookUpIssue } from './issue-record.ts';
import { supportContact } from './support-desk.ts';
import { topicOf } from './topic.ts';

/** Topics that the issuer's records have something to say about. */
const onRecord: ReadonlySet<string> = new Set([
  'issue-date',
  'address',
  'reissue',
  'mail-not-found',
  'mail-deleted',
  'id-refused',
]);

/** The school's office: answers about the issue notice from its records, and sends what is about app and wallet to LecoS. */
export function createSchoolDesk(
  world: RunningWorld,
  ports: { readonly fetch: Fetch },
  { school }: { readonly school: string },
): Desk {
  return {
    async ask(about, { studentNumber } = {}) {
      const topic = topicOf(about);
      if (topic.party === 'lecos') {
        return give(world, topic, {
          desk: 'school',
          about,
          party: 'lecos',
          routed: true,
          contact: supportContact,
          sentence: {
            ja: `アプリやウォレットについては、株式会社LecoSにお問い合わせください。${supportContact}`,
            en: `For the app and the wallet, ask LecoS: ${supportContact}`,
          },
        });
      }
      const record =
        studentNumber !== undefined && onRecord.has(about)
          ? await lookUpIssue(world, ports.fetch, { school, studentNumber })
          : 'not-asked';
      const facts = record === 'not-asked' ? [] : factsOf(record, about);
      return give(world, topic, {
        desk: 'school',
        about,
        party: 'school',
        routed: false,
        sentence: joined([...facts, topic.answer]),
      });
    },
  };
}

function factsOf(record: IssueRecord | undefined | 'unreachable', about: string): Bilingual[] {
  if (record === 'unreachable') {
    return [{ ja: 'ただいま発行の記録を確認できません。', en: 'Our records cannot be looked up at the moment.' }];
  }
  if (record === undefined) {
    return [
      {
        ja: 'まだ発行していません。発行予定と名簿を確認します。',
        en: 'It has not been issued yet. We will check the schedule and the roster.',
      },
    ];
  }
  if (about === 'id-refused') return stateFact(record);
  return [sentFact(record), ...(hasEnded(record) ? stateFact(record) : deliveryFact(record))];
}

function sentFact({ address, mail }: IssueRecord): Bilingual {
  if (mail?.queuedAt === undefined) {
    return { ja: `${address} 宛てに発行しています。`, en: `It has been issued to ${address}.` };
  }
  const [date = '', time = ''] = formatInstant(mail.queuedAt).split('T');
  const at = `${date} ${time.slice(0, 5)}`;
  return {
    ja: `発行のお知らせは ${at} に ${address} 宛てにお送りしました。`,
    en: `The issue notice was sent to ${address} at ${at}.`,
  };
}

function hasEnded({ state }: IssueRecord): boolean {
  return state === 'revoked' || state === 'expired';
}

function stateFact({ state }: IssueRecord): Bilingual[] {
  switch (state) {
    case 'revoked':
      return [{ ja: 'この学生証は失効しています。', en: 'This student ID has been revoked.' }];
    case 'expired':
      return [{ ja: 'この学生証は有効期限が切れています。', en: 'This student ID has expired.' }];
    case 'claimed':
      return [{ ja: '記録では、学生証は有効です。', en: 'By our records the student ID is good.' }];
    default:
      return [{ ja: '記録では、まだ受領されていません。', en: 'By our records it has not been received yet.' }];
  }
}

/** A school sees no more than the issuer's side of the mail: accepted does not mean that it is in the inbox. */
function deliveryFact({ mail, state }: IssueRecord): Bilingual[] {
  if (state === 'claimed') return [{ ja: 'すでに受領されています。', en: 'It has been received already.' }];
  if (state === 'unclaimed-expired') {
    return [
      { ja: '受領の期限が過ぎています。再発行します。', en: 'The time to receive it is over. We will issue it again.' },
    ];
  }
  const reply = mail?.replyCode === undefined ? '' : ` (${mail.replyCode})`;
  switch (mail?.state) {
    case 'rejected':
    case 'given-up':
      return [
        {
          ja: `ただし、宛先のメールサーバーに受け取られませんでした${reply}。アドレスと受信設定をご確認ください。`,
          en: `But the receiving server did not take it${reply}. Check the address and the mail settings.`,
        },
      ];
    case 'queued':
    case 'deferred':
      return [{ ja: 'ただし、まだ配送の途中です。', en: 'But it is still on its way.' }];
    default:
      return [];
  }
}

function joined(sentences: readonly Bilingual[]): Bilingual {
  return { ja: sentences.map(({ ja }) => ja).join(''), en: sentences.map(({ en }) => en).join(' ') };
}
