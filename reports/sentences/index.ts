export { answerOf, receptionSentence } from './mail.ts';
export { stepNumber } from './run.ts';
export { sentenceOf } from './sentence-of.ts';
export { calendarDay, clockTime, dayAndTime, instantMs, spanOf } from './virtual-time.ts';
export { vocabulary } from './vocabulary.ts';
