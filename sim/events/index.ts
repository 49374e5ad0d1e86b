export { eventCatalogue } from './event-catalogue.ts';
export type { Actor, EventType } from './event-type.ts';
export {
  type EventData,
  type EventName,
  type EventOf,
  emit,
  eventsAfter,
  eventType,
  type RunEvent,
  runEventSchema,
} from './run-event.ts';
export type { SmtpReply, SmtpStage, Transmission } from './transmission.ts';
