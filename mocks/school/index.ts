export type { Desk, DeskAnswer } from './desk.ts';
export { deskModule } from './module.ts';
export { createSchoolDesk } from './school-desk.ts';
export { createSupportDesk, supportContact } from './support-desk.ts';
export { type Party, type Topic, type TopicName, topicOf, topics } from './topic.ts';
