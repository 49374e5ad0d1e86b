export { createGateway, type Gateway, originHeader } from './gateway.ts';
export { wireLane } from './wire-lane.ts';
export { worldSites } from './world-sites.ts';
