export { type Cell, type Choice, planCells, replayCommand, worldSeed } from './cell.ts';
export { directLane, directStage, stageOver } from './direct-lane.ts';
export type { Lane, LaneStage } from './lane.ts';
export type { LaneName } from './lane-name.ts';
export { createMailWorld } from './mail-world.ts';
export { type CellMail, mailsOfCell } from './mails-of-cell.ts';
export { type CellRun, originOf, type PlayOptions, playCell, playIn } from './play-cell.ts';
export { recordEvent } from './play-module.ts';
export { prepareSender, type SenderState, zoneParameters } from './sender-state.ts';
export { modules, modulesSendingBy, receivingSide } from './services.ts';
export { type ShownMails, showMails } from './shown-mails.ts';
export { setStage, stageOf } from './stage.ts';
export {
  afterwardsMs,
  openTarget,
  type Traced,
  type TracedMessage,
  type TraceTarget,
  traceMessage,
} from './trace-message.ts';
export { traceScenario } from './trace-scenario.ts';
