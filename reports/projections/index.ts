export { type AgreedScreen, type AgreedStep, businessEvents } from './business-events.ts';
export { parseLog, printLog, type ReadLog, type RunLog } from './event-log.ts';
export { type LaneDifference, type LaneRun, laneDifference, laneDifferenceWords } from './lane-difference.ts';
export {
  type Attempt,
  type Mail,
  type MailEnd,
  type Passage,
  projectMails,
  type Reception,
  type Return,
} from './mails.ts';
export { type Outcome, projectOutcomes, reachedInbox } from './outcomes.ts';
export { type RunSummary, summariseRun, type Verdict } from './run-summary.ts';
export { projectSenderViews, type SenderView } from './sender-view.ts';
export {
  type Check,
  type Failure,
  projectFailure,
  projectSteps,
  repeatsStep,
  type Step,
  type StepList,
} from './steps.ts';
export { type Frame, projectStoryboard } from './storyboard.ts';
