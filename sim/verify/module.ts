import type { Module } from '../kernel/index.ts';
import { checkAtCounter, scanAtGate } from './commands.ts';
import { memoryTable } from './memory.ts';
import { trustIssuer, trustTable } from './trust.ts';

export const verifyModule: Module = {
  name: 'verify',
  tables: [memoryTable, trustTable].join('\n'),
  commands: [scanAtGate, checkAtCounter, trustIssuer],
};
