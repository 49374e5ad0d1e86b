import type { Bilingual } from '../../errors/index.ts';
import { walletWords } from '../words/index.ts';
import { problems } from '../words/problems.ts';
import { afterFailure } from './failure-flow.ts';
import { isLocked, lockScreen } from './lock-flow.ts';
import { type Place, tokenOf } from './place.ts';
import { callWallet, loginScreen, next, type Shown, type Turn } from './turn.ts';
import { openWallet, showList } from './wallet-flow.ts';

const { sentences } = walletWords;
const retry = { what: 'link' } as const;

/** What the pages begin with. */
export async function openPlace(turn: Turn, place: Place): Promise<Shown> {
  const { app, login } = place;
  if (isLocked(turn)) return lockScreen(turn);
  if (login !== undefined) return loginScreen(turn, { notes: reasonOf(login.because) });
  return turn.shown.link === undefined && app === 'wallet' ? openWallet(turn) : openLink(turn);
}

function reasonOf(because: string): readonly Bilingual[] {
  return Object.hasOwn(problems, because) ? problems[because as keyof typeof problems] : [];
}

/** The page behind a link of a mail. A GET only shows: nothing is used up before a button is tapped. */
export async function openLink(turn: Turn): Promise<Shown> {
  const { link = '/' } = turn.shown;
  switch (link.split('?', 1)[0]?.split('/')[1]) {
    case 'receive':
      return tokenOf(link) === '' ? openPage(turn, link, 'error') : openReceivePage(turn, link);
    case 'activate':
      return openPage(turn, link, 'activation');
    case 'reset':
      return openPage(turn, link, 'password-reset');
    case 'addresses':
      return openPage(turn, link, 'address-confirmation');
    default:
      return openPage(turn, link, 'error');
  }
}

async function openPage(
  turn: Turn,
  path: string,
  screen: 'activation' | 'password-reset' | 'address-confirmation' | 'error',
): Promise<Shown> {
  const answer = await callWallet(turn, { method: 'GET', path });
  // Who taps a link that was cut before its token has come to no page of the service: what helps is the whole link.
  if (answer.type === 'problem' && answer.code === 'not-found') {
    return next(turn, 'link-unknown', { notes: problems['link-unknown'] });
  }
  if (answer.type !== 'done') return afterFailure(turn, answer, retry);
  return next(turn, screen, { keepLink: true, data: screen === 'error' ? { again: retry } : {} });
}

interface ReceivePage {
  readonly screen: 'terms' | 'login';
  readonly credential: string;
  readonly school: { readonly name: Bilingual };
  readonly achievement: { readonly name: Bilingual };
  /** Masked: `h***@docomo.ne.jp.test`. */
  readonly address: string;
  readonly terms: { readonly version: string };
  readonly privacyPolicy: { readonly version: string };
  readonly form?: string;
}

async function openReceivePage(turn: Turn, path: string): Promise<Shown> {
  const answer = await callWallet<ReceivePage>(turn, { method: 'GET', path });
  if (answer.type !== 'done') return afterFailure(turn, answer, retry);
  const { screen, credential, school, achievement, address, terms, privacyPolicy, form } = answer.body;
  const about = [school.name, achievement.name, address];
  // Who is logged in finds it in the list, or hears that it is for somebody else.
  if (turn.app === 'wallet' && turn.ports.storage.session() !== undefined) {
    return showList(turn, { credential, otherwise: sentences.forAnotherAddress(address) });
  }
  if (screen === 'login') return loginScreen(turn, { data: { about }, notes: [sentences.accountExists], path });
  return next(turn, 'terms', {
    data: {
      about,
      ticked: [],
      documents: { terms: terms.version, privacyPolicy: privacyPolicy.version },
      ...(form !== undefined && { form }),
    },
    notes: turn.app === 'mail-app' ? [sentences.inMailApp] : [],
    keepLink: true,
  });
}
