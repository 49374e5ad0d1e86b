import { createWorld } from './create-world.ts';
import { worldContract } from './world-contract.ts';

worldContract('in memory', createWorld);
