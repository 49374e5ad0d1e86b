export { type Cell, type Choice, planCells, replayCommand, worldSeed } from './cell.ts';
export { type CellRun, originOf, type PlayOptions, playCell, playIn } from './play-cell.ts';
export { modules } from './services.ts';
export { setStage, stageOf } from './stage.ts';
