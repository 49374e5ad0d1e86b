import { afterFailure } from './failure-flow.ts';
import { callWallet, type Handler, next, thisTap, type Verification } from './turn.ts';
import { showCard } from './wallet-flow.ts';

/** Has the credential verified now, as anybody would do it. */
export const showDetails: Handler = async (turn) => {
  const { credential = '' } = turn.shown.data;
  const path = `/credentials/${encodeURIComponent(credential)}/verification`;
  const answer = await callWallet<Verification>(turn, { method: 'GET', path });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'details'));
  return next(turn, 'credential-details', { data: { credential, verification: answer.body } });
};

export const backToCard: Handler = (turn) => showCard(turn, turn.shown.data.credential ?? '', { what: 'app' });
