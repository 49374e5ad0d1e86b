import type { Module } from '#sim/kernel';
import {
  createHandset,
  dropSession,
  keepCard,
  keepSession,
  noteOpening,
  removeHandsetApp,
  setHandsetClock,
  setHandsetNetwork,
  showScreen,
  updateSystem,
  visitStore,
} from './commands.ts';
import { handsetTables } from './handset-store.ts';

export const directModule: Module = {
  name: 'handset',
  tables: handsetTables,
  commands: [
    createHandset,
    updateSystem,
    setHandsetClock,
    setHandsetNetwork,
    visitStore,
    removeHandsetApp,
    noteOpening,
    keepSession,
    dropSession,
    keepCard,
    showScreen,
  ],
};
