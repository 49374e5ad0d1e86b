import type { Module } from '#sim/kernel';
import { answerAtDesk } from './desk.ts';

/** The desks keep no rows: what was asked and answered is in the event log. */
export const deskModule: Module = { name: 'desk', tables: '', commands: [answerAtDesk] };
