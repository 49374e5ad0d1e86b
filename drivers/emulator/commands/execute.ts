import { errors, validateExecuteMethodParams } from 'appium/driver.js';
import { elementIdOf } from '../element-reference.ts';
import type { Session } from '../session.ts';
import { requireText, type Commands } from './command.ts';
import { runAsyncScript, runScript } from './script.ts';
