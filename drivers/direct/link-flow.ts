import { type Bilingual, catalogue } from '#sim/errors';
import { afterFailure } from './failure-flow.ts';
import { bothSame, screenText } from './screen-text.ts';
import { loginScreen, type Next, next, type Turn, tokenOf } from './turn.ts';
import { callWallet } from './wallet-client.ts';
import { showList } from './wallet-flow.ts';

const again = { what: 'link' } as const;
const { detail, nextStep } = catalogue['link-unknown'];
const cutShort = [detail, nextStep];

/** The page behind a link of a mail. A GET only shows: nothing is used up before a button is tapped. */
export async function openLinkPage(turn: Turn): Promise<Next> {
  const path = turn.state.link ?? '/';
  switch (path.split('/')[1]) {
    case 'receive':
      return tokenOf(turn) === '' ? openPage(turn, path, 'error') : openReceivePage(turn, path);
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
  // Who taps a link that was cut before its token has come to no page of the service: what helps is the whole link.
  if (answer.type === 'problem' && answer.code === 'not-found') return next(turn, 'link-unknown', { texts: cutShort });
  if (answer.type !== 'done') return afterFailure(turn, answer, again);
  return next(turn, screen, { keepLink: true, carried: screen === 'error' ? { again } : {} });
}

interface ReceivePage {
  readonly screen: 'terms' | 'login';
  readonly credential: string;
  readonly school: NamedThing;
  readonly achievement: NamedThing;
  /** Masked: `h***@docomo.ne.jp.test`. */
  readonly address: string;
  readonly terms: { readonly version: string };
  readonly privacyPolicy: { readonly version: string };
  readonly form?: string;
}

interface NamedThing {
  readonly name: Bilingual;
}

async function openReceivePage(turn: Turn, path: string): Promise<Next> {
  const answer = await callWallet<ReceivePage>(turn, { method: 'GET', path });
  if (answer.type !== 'done') return afterFailure(turn, answer, again);
  const { screen, credential, school, achievement, address, terms, privacyPolicy, form } = answer.body;
  const about = [school.name, achievement.name, bothSame(address)];
  // Who is logged in finds it in the list, or hears that it is for somebody else.
  if (turn.app === 'wallet' && turn.state.session !== undefined) {
    return showList(turn, { credential, otherwise: screenText.forAnotherAddress(address) });
  }
  if (screen === 'terms') {
    return next(turn, 'terms', {
      texts: turn.app === 'mail-app' ? [...about, screenText.inMailApp] : about,
      disabled: ['continue'],
      carried: {
        ticked: [],
        documents: { terms: terms.version, privacyPolicy: privacyPolicy.version },
        ...(form !== undefined && { form }),
      },
      keepLink: true,
    });
  }
  return loginScreen(turn, [...about, screenText.accountExists]);
}
