import type { Module } from '../kernel/index.ts';
import { checkAtCounter, scanAtGate } from './commands.ts';
import { memoryTable } from './memory.ts';

export const verifyModule: Module = {
  name: 'verify',
  tables: memoryTable,
  commands: [scanAtGate, checkAtCounter],
};
