export { counted } from './counted.ts';
export { findingsOf } from './findings.ts';
export { answerOf, receptionSentence } from './mail.ts';
export { type Names, namesOf } from './names.ts';
export { ruleOutcome, sourceWords } from './rule.ts';
export { stepNumber } from './run.ts';
export { sentenceOf } from './sentence-of.ts';
export { calendarDay, clockTime, dayAndTime, instantMs, spanOf } from './virtual-time.ts';
export { vocabulary } from './vocabulary.ts';
