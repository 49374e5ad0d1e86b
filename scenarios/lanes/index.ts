export { laneNamed, laneNames } from './lane-named.ts';
