import type { Bilingual } from '#sim/errors';
import type { EventData, EventName, RunEvent } from '#sim/events';
import { accessSentences } from './access.ts';
import { credentialSentences } from './credential.ts';
import { handsetSentences } from './handset.ts';
import { mailSentences } from './mail.ts';
import { type Names, noNames } from './names.ts';
import { openid4vciSentences } from './openid4vci.ts';
import { peopleSentences } from './people.ts';
import { presentationSentences } from './presentation.ts';
import { runSentences } from './run.ts';
import { walletSentences } from './wallet.ts';

/** A sentence for every event type; a type without one does not compile. */
const sentences: { readonly [Name in EventName]: (data: EventData<Name>, names: Names) => Bilingual } = {
  ...runSentences,
  ...credentialSentences,
  ...mailSentences,
  ...openid4vciSentences,
  ...walletSentences,
  ...accessSentences,
  ...handsetSentences,
  ...peopleSentences,
  ...presentationSentences,
};

/**
 * What an event says in plain words; whoever `names` does not know is told by a key. Throws TypeError for a type that
 * this version does not know: skip those first.
 */
export function sentenceOf(event: RunEvent, names: Names = noNames): Bilingual {
  const tell = (Object.hasOwn(sentences, event.type) ? sentences[event.type] : undefined) as
    | ((data: unknown, names: Names) => Bilingual)
    | undefined;
  if (tell === undefined) throw new TypeError(`no sentence for ${event.type}`);
  return tell(event.data, names);
}
