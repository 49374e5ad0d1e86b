import { cardLabels } from './card.ts';
import { type ScreenName, type ScreenWords, screens } from './screens.ts';
import { sentences } from './sentences.ts';

export type { ScreenName, ScreenWords };

/** All that the wallet's screens say, for pages and for drivers that have none: screens, sentences, the card's labels. */
export const walletWords = { screens, sentences, cardLabels } as const;
