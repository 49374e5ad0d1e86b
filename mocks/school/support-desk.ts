import type { RunningWorld } from '#sim/kernel';
import { type Desk, give } from './desk.ts';
import { topicOf } from './topic.ts';

/** The manual, お問い合わせ先: 株式会社LecoS. */
export const supportContact = 'https://support.openbadge.net/ja/contact/';

/** LecoS: answers about app and wallet, and sends what is about the issue notice to the school. */
export function createSupportDesk(world: RunningWorld): Desk {
  return {
    async ask(about) {
      const topic = topicOf(about);
      if (topic.party === 'lecos') {
        return give(world, topic, {
          desk: 'lecos',
          about,
          party: 'lecos',
          routed: false,
          contact: supportContact,
          sentence: topic.answer,
        });
      }
      return give(world, topic, {
        desk: 'lecos',
        about,
        party: 'school',
        routed: true,
        sentence: {
          ja: '発行日・発行先のメールアドレス・再発行など、発行のお知らせメールについては、発行元の教育機関（学校等）にお問い合わせください。',
          en: 'For the issue date, the address, a reissue and whatever else is about the issue notice, ask the school that issues.',
        },
      });
    },
  };
}
