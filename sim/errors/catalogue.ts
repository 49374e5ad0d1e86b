import { apiErrors } from './catalogue/api.ts';
import { appiumErrors } from './catalogue/appium.ts';
import { badgeErrors } from './catalogue/badge.ts';
import { badgeConnectErrors } from './catalogue/badge-connect.ts';
import { chromiumErrors } from './catalogue/chromium.ts';
import { commandLineErrors } from './catalogue/command-line.ts';
import { credentialErrors } from './catalogue/credential.ts';
import { deviceErrors } from './catalogue/device.ts';
import { egressErrors } from './catalogue/egress.ts';
import { hostErrors } from './catalogue/host.ts';
import { issuerErrors } from './catalogue/issuer.ts';
import { kernelErrors } from './catalogue/kernel.ts';
import { keyErrors } from './catalogue/key.ts';
import { linkedDataErrors } from './catalogue/linked-data.ts';
import { mailErrors } from './catalogue/mail.ts';
import { oauthErrors } from './catalogue/oauth.ts';
import { openid4vciErrors } from './catalogue/openid4vci.ts';
import { presentationErrors } from './catalogue/presentation.ts';
import { reportErrors } from './catalogue/report.ts';
import { rosterErrors } from './catalogue/roster.ts';
import { runnerErrors } from './catalogue/runner.ts';
import { scenarioErrors } from './catalogue/scenario.ts';
import { servingErrors } from './catalogue/serving.ts';
import { statusErrors } from './catalogue/status.ts';
import { walletErrors } from './catalogue/wallet.ts';
import type { ErrorEntry, Places } from './error-entry.ts';

/** Every error that the system can answer with: one row a code, each part of the system in a file of its own. */
export const catalogue = {
  ...kernelErrors,
  ...apiErrors,
  ...rosterErrors,
  ...issuerErrors,
  ...credentialErrors,
  ...badgeErrors,
  ...badgeConnectErrors,
  ...keyErrors,
  ...linkedDataErrors,
  ...servingErrors,
  ...statusErrors,
  ...walletErrors,
  ...presentationErrors,
  ...oauthErrors,
  ...hostErrors,
  ...openid4vciErrors,
  ...mailErrors,
  ...egressErrors,
  ...deviceErrors,
  ...chromiumErrors,
  ...appiumErrors,
  ...scenarioErrors,
  ...runnerErrors,
  ...reportErrors,
  ...commandLineErrors,
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof catalogue;

/** The parameters that the texts of a code have places for. */
export type ErrorParameters<Code extends ErrorCode> = {
  readonly [Name in Places<(typeof catalogue)[Code]['detail']['en' | 'ja']>]: string | number;
};
