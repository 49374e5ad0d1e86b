export { followArrivals } from './arrival-feed.ts';
export { type WatchedWorld, watchWorld } from './watched-world.ts';
