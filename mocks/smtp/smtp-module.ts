import type { Module } from '#sim/kernel';
import { receive, refuseRecipient, submissionTable } from './submission.ts';

/** What comes from outside by SMTP. */
export const smtpModule: Module = { name: 'smtp', tables: submissionTable, commands: [receive, refuseRecipient] };
