import type { Bilingual } from '#sim/errors';
import { afterFailure } from './failure-flow.ts';
import { bothSame, screenText } from './screen-text.ts';
import { loginScreen, type Next, next, type Turn } from './turn.ts';
import { callWallet } from './wallet-client.ts';
import { showList } from './wallet-flow.ts';

const again = { what: 'link' } as const;

/** The page behind a link of a mail. A GET only shows: nothing is used up before a button is tapped. */
export async function openLinkPage(turn: Turn): Promise<Next> {
  const path = turn.state.link ?? '/';
  switch (path.split('/')[1]) {
    case 'receive':
      return openReceivePage(turn, path);
    case 'activate':
      return openPage(turn, path, 'activation');
    case 'reset':
      return openPage(turn, path, 'password-reset');
    case 'addresses':
      return openPage(turn, path, 'address-confirmation');
    default:
      return openPage(turn, path, 'error');
  }
}

async function openPage(
  turn: Turn,
  path: string,
  screen: 'activation' | 'password-reset' | 'address-confirmation' | 'error',
): Promise<Next> {
  const answer = await callWallet(turn, { method: 'GET', path });
  if (answer.type !== 'done') return afterFailure(turn, answer, again);
  return next(turn, screen, { keepLink: true, carried: screen === 'error' ? { again } : {} });
}

interface ReceivePage {
  readonly screen: 'terms' | 'login';
  readonly school: NamedThing;
  readonly achievement: NamedThing;
  /** Masked: `h***@docomo.ne.jp.test`. */
  readonly address: string;
  readonly terms: { readonly version: string };
  readonly privacyPolicy: { readonly version: string };
}

interface NamedThing {
  readonly name: Bilingual;
}

async function openReceivePage(turn: Turn, path: string): Promise<Next> {
  const answer = await callWallet<ReceivePage>(turn, { method: 'GET', path });
  if (answer.type !== 'done') return afterFailure(turn, answer, again);
  const { screen, school, achievement, address, terms, privacyPolicy } = answer.body;
  const about = [school.name, achievement.name, bothSame(address)];
  if (screen === 'terms') {
    return next(turn, 'terms', {
      texts: about,
      disabled: ['continue'],
      carried: { ticked: [], documents: { terms: terms.version, privacyPolicy: privacyPolicy.version } },
      keepLink: true,
    });
  }
  // Who is logged in already finds it in the list.
  if (turn.state.session !== undefined) return showList(turn);
  return loginScreen(turn, [...about, screenText.accountExists]);
}
