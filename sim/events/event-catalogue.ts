import { accessEvents } from './types/access.ts';
import { credentialEvents } from './types/credential.ts';
import { handsetEvents } from './types/handset.ts';
import { mailEvents } from './types/mail.ts';
import { openid4vciEvents } from './types/openid4vci.ts';
import { peopleEvents } from './types/people.ts';
import { presentationEvents } from './types/presentation.ts';
import { runEvents } from './types/run.ts';
import { walletEvents } from './types/wallet.ts';

/** Every event type there is, by name. */
export const eventCatalogue = {
  ...runEvents,
  ...credentialEvents,
  ...mailEvents,
  ...openid4vciEvents,
  ...walletEvents,
  ...accessEvents,
  ...handsetEvents,
  ...peopleEvents,
  ...presentationEvents,
};
