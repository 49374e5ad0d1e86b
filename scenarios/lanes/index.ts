export { modelFor } from './device-model.ts';
export { createGateway, type Gateway, originHeader } from './gateway.ts';
export { laneNamed, laneNames } from './lane-named.ts';
export { storeSite } from './store-site.ts';
