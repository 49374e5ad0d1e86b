export type { CellFile, CellFiles } from './cell-file.ts';
export { type ConsoleOptions, consoleLine, consoleSummary } from './console.ts';
export { padded, widthOf } from './console-text.ts';
export { renderHtml } from './html.ts';
export { renderJunit } from './junit.ts';
export { nextStepOf, outcomeText, replyWords, resultWords, senderWords, verdictText } from './outcome-text.ts';
export { outcomeCell, replyCell, type TraceRow, traceText } from './trace-text.ts';
