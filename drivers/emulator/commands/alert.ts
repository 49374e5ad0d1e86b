import { errors } from 'appium/driver.js';
import type { SystemAlert } from '../phone/phone.ts';
import type { Session } from '../session.ts';
import type { Commands } from './command.ts';

/** Throws `no such alert`. */
function requireAlert({ phone }: Session): SystemAlert {
  const alert = phone.alert();
  if (alert === undefined) throw new errors.NoAlertOpenError();
  return alert;
}

async function getAlertText(session: Session): Promise<string> {
  return requireAlert(session).text;
}

async function setAlertText(session: Session): Promise<void> {
  requireAlert(session);
  throw new errors.ElementNotInteractableError('The alert has no field');
}

async function postAcceptAlert(session: Session): Promise<void> {
  requireAlert(session);
  await session.phone.answerAlert(undefined, true);
}

async function postDismissAlert(session: Session): Promise<void> {
  requireAlert(session);
  await session.phone.answerAlert(undefined, false);
}

export const alertCommands: Commands = { getAlertText, setAlertText, postAcceptAlert, postDismissAlert };

/** Capabilities `autoAcceptAlerts`, `autoGrantPermissions` and `autoDismissAlerts`: nobody is asked for long. */
export async function answerByItself({ phone, capabilities }: Session): Promise<void> {
  const isAccepted = capabilities.autoAcceptAlerts === true || capabilities.autoGrantPermissions === true;
  if (!isAccepted && capabilities.autoDismissAlerts !== true) return;
  // One answer may bring the next question, never without end.
  for (let count = 0; count < 5 && phone.alert() !== undefined; count += 1)
    await phone.answerAlert(undefined, isAccepted);
}
