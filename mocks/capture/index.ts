export { answerProblem } from './answer-problem.ts';
export { followArrivals } from './arrival-feed.ts';
export { createCaptureRouter } from './capture-router.ts';
export { codesIn } from './codes.ts';
export { type CaptureSummary, type DecodedMessage, decodedMessage } from './decoded-message.ts';
export { type LoopbackServer, serveOnLoopback } from './loopback-server.ts';
export { ownSiteOnly, refusalOfForeign } from './own-site.ts';
export { waitForCapture } from './wait.ts';
