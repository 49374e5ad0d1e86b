export { createGateway, type Gateway, originHeader } from './gateway.ts';
export { laneNamed, laneNames } from './lane-named.ts';
