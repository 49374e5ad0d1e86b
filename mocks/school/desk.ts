import type { Bilingual } from '#sim/errors';
import { emit } from '#sim/events';
import { command, type RunningWorld } from '#sim/kernel';
import type { Party, Topic } from './topic.ts';

export interface DeskAnswer {
  readonly desk: Party;
  readonly about: string;
  /** Who must act: the desk itself, or the one that it sends the student to. */
  readonly party: Party;
  /** The question was sent on to the other desk. */
  readonly routed: boolean;
  /** Where the other desk, or a form of this one, is found. */
  readonly contact?: string;
  readonly sentence: Bilingual;
}

export interface Desk {
  /** `studentNumber` lets the school look its records up. Throws ServiceError `topic-unknown`. */
  ask(about: string, asker?: { readonly studentNumber?: string }): Promise<DeskAnswer>;
}

type Exchange = {
  readonly desk: Party;
  readonly about: string;
  readonly party: Party;
  readonly routed: boolean;
  readonly contact?: string;
  readonly sentence: { readonly ja: string; readonly en: string };
  readonly question: { readonly ja: string; readonly en: string };
};

export const answerAtDesk = command<Exchange, void>('desk.answer', (world, { question, ...answer }) => {
  emit(world, 'student.asked', { desk: answer.desk, about: answer.about, sentence: question });
  emit(world, 'desk.answered', answer);
});

/** Writes question and answer down, and gives the answer back. */
export async function give(world: RunningWorld, topic: Topic, answer: DeskAnswer): Promise<DeskAnswer> {
  await world.perform(answerAtDesk, {
    ...answer,
    sentence: { ...answer.sentence },
    question: { ...topic.question },
  });
  return answer;
}
