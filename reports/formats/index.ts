export { type ConsoleOptions, consoleLine, consoleSummary } from './console.ts';
export { renderHtml } from './html.ts';
export { renderJunit } from './junit.ts';
