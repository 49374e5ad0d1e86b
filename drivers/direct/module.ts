import type { Module } from '#sim/kernel';
import {
  createHandset,
  dropSession,
  keepCard,
  keepSession,
  leavePage,
  noteOpening,
  removeHandsetApp,
  setHandsetAppSync,
  setHandsetClock,
  setHandsetNetwork,
  setHandsetStore,
  showScreen,
  updateHandsetApp,
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
    setHandsetStore,
    visitStore,
    removeHandsetApp,
    updateHandsetApp,
    setHandsetAppSync,
    leavePage,
    noteOpening,
    keepSession,
    dropSession,
    keepCard,
    showScreen,
  ],
};
