import { Type } from 'typebox';
import type { Bilingual } from '#sim/errors';
import { accountAt, walletContent } from '#sim/wallet';
import { perCell } from '../language/index.ts';
import { check } from './check.ts';
import type { Play } from './play.ts';
import { step, who } from './step.ts';
import { word } from './words.ts';

const count = Type.Optional(Type.Integer({ minimum: 0 }));

type AccountState = 'none' | 'pending' | 'active';

interface WalletView {
  readonly account: AccountState;
  readonly received: number;
  readonly receivable: number;
}

async function walletView(play: Play, address: string): Promise<WalletView> {
  const account = accountAt(play.world, address);
  if (account === undefined) return { account: 'none', received: 0, receivable: 0 };
  const { received, receivable } = await walletContent(play.world, { fetch: play.fetch }, account);
  return { account: account.state, received: received.length, receivable: receivable.length };
}

const accounts: Readonly<Record<string, Bilingual>> = {
  none: { ja: 'ない', en: 'not there' },
  pending: { ja: '仮登録', en: 'pending' },
  active: { ja: '有効', en: 'active' },
};

/** `1件`; a count that each cell gives, in words. */
function counted(n: string | number): Bilingual {
  const cell = perCell(n);
  return cell === undefined ? { ja: `${n}件`, en: `${n}` } : { ja: `の件数（${cell.ja}）`, en: `so many (${cell.en})` };
}

/** `アカウントは有効、受領できる学生証1件` */
function viewWords(view: { readonly [Key in keyof WalletView]?: string | number | undefined }): Bilingual {
  const { account, receivable, received } = view;
  const ja = [
    account === undefined ? '' : `アカウントは${word(accounts, String(account)).ja}`,
    receivable === undefined ? '' : `受領できる学生証${counted(receivable).ja}`,
    received === undefined ? '' : `受領した学生証${counted(received).ja}`,
  ];
  const en = [
    account === undefined ? '' : `the account is ${word(accounts, String(account)).en}`,
    receivable === undefined ? '' : `${counted(receivable).en} to receive`,
    received === undefined ? '' : `${counted(received).en} received`,
  ];
  return { ja: ja.filter(Boolean).join('、'), en: en.filter(Boolean).join(', ') };
}

export const expectWallet = step({
  verb: 'expect.wallet',
  description: {
    ja: 'ウォレット側の記録（アカウントの状態と学生証の件数）を確かめます。',
    en: "Checks the wallet's records: the state of the account, and how many credentials it holds and can receive.",
  },
  value: Type.Object(
    {
      account: Type.Optional(Type.String({ enum: ['none', 'pending', 'active'] })),
      received: count,
      receivable: count,
      who,
    },
    { additionalProperties: false },
  ),
  sentence({ account, received, receivable }) {
    const { ja, en } = viewWords({ account, received, receivable });
    return { ja: `ウォレットの記録では、${ja}`, en: `The wallet's records say: ${en}` };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const wanted = Object.entries(value).filter(([key]) => key !== 'who');
    await check(play, 'wallet', viewWords(value), async () => {
      const view = await walletView(play, student.address);
      const { ja, en } = viewWords(Object.fromEntries(wanted.map(([key]) => [key, view[key as keyof WalletView]])));
      return {
        holds: wanted.every(([key, n]) => view[key as keyof WalletView] === n),
        actual: { ja: `記録では${ja}でした`, en: `the records say ${en}` },
      };
    });
  },
});
