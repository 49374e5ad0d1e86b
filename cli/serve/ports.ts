import { type MailService, usualMailPorts } from '../serving.ts';
import { usualWebPorts, type WebService } from './web-services.ts';

/** What listens, by the name that options and addresses call it. */
export type ServiceName = WebService | MailService;

export type Ports = { readonly [service in ServiceName]: number };

/** The port that people expect each on. */
export const usualPorts: Ports = { ...usualWebPorts, ...usualMailPorts };
