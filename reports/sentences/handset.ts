import type { Bilingual } from '#sim/errors';
import type { Family } from './family.ts';
import { spanOf } from './virtual-time.ts';
import { vocabulary } from './vocabulary.ts';

export const handsetSentences: Family<'handset' | 'store' | 'app' | 'screen' | 'network'> = {
  'handset.joined': ({ platform, version, form }) => {
    const device = vocabulary.form(form);
    return {
      ja: `${device.ja}を用意しました（${platform} ${version}）。`,
      en: `A ${device.en} was set up (${platform} ${version}).`,
    };
  },
  'store.offered': ({ app, verdict, sentence }) => {
    const name = vocabulary.app(app);
    return verdict === 'installed'
      ? {
          ja: `アプリストアから${name.ja}をインストールしました。`,
          en: `The ${name.en} was installed from the app store.`,
        }
      : {
          ja: `アプリストアで${name.ja}をインストールできませんでした: ${sentence.ja}`,
          en: `The app store refused the ${name.en}: ${sentence.en}`,
        };
  },
  'app.opened': ({ app }) => {
    const name = vocabulary.app(app);
    return { ja: `${name.ja}を開きました。`, en: `The ${name.en} was opened.` };
  },
  'app.removed': ({ app }) => {
    const name = vocabulary.app(app);
    return { ja: `${name.ja}を削除しました。`, en: `The ${name.en} was removed.` };
  },
  'app.updated': ({ app }) => {
    const name = vocabulary.app(app);
    return { ja: `${name.ja}を更新しました。`, en: `The ${name.en} was updated.` };
  },
  'app.sync-changed': ({ state }) =>
    state === 'right'
      ? { ja: 'アプリが正しく同期するようになりました。', en: 'The app synchronises as it should.' }
      : { ja: 'アプリが同期しなくなりました。', en: 'The app stopped synchronising.' },
  'screen.shown': ({ app, screen, texts }) => {
    const [name, title, first] = [vocabulary.app(app), vocabulary.screen(screen), texts[0]];
    const isNew = first !== undefined && first.ja !== title.ja;
    return {
      ja: `${name.ja}に「${title.ja}」の画面が出ました${isNew ? `: ${first.ja}` : '。'}`,
      en: `The ${name.en} showed “${title.en}”${isNew ? `: ${first.en}` : '.'}`,
    };
  },
  'screen.captured': ({ app, screen }) => {
    const [name, title] = [vocabulary.app(app), vocabulary.screen(screen)];
    return {
      ja: `${name.ja}の「${title.ja}」の画面を写しました。`,
      en: `A picture was taken of “${title.en}” in the ${name.en}.`,
    };
  },
  'handset.updated': ({ version }) => ({
    ja: `端末のOSを ${version} に更新しました。`,
    en: `The phone’s OS was updated to ${version}.`,
  }),
  'handset.clock-set': ({ skewMs }) => {
    if (skewMs === 0) {
      return { ja: '端末の時計を正しい時刻に合わせました。', en: 'The phone’s clock was set right.' };
    }
    const span = spanOf(Math.abs(skewMs));
    return skewMs > 0
      ? { ja: `端末の時計が${span.ja}進みました。`, en: `The phone’s clock now runs ${span.en} ahead.` }
      : { ja: `端末の時計が${span.ja}遅れました。`, en: `The phone’s clock now runs ${span.en} behind.` };
  },
  'handset.store-changed': ({ what, value }) => storeSentence(what, value),
  'network.changed': ({ state }) => {
    const now = vocabulary.network(state);
    return { ja: `端末の通信状態が「${now.ja}」になりました。`, en: `The phone’s network is now “${now.en}”.` };
  },
};

function storeSentence(what: string, value: string): Bilingual {
  switch (what) {
    case 'country':
      return {
        ja: `アプリストアのアカウントの国を ${value} に変えました。`,
        en: `The country of the store account was changed to ${value}.`,
      };
    case 'freeMb':
      return {
        ja: `端末の空き容量が ${value} MB になりました。`,
        en: `The phone now has ${value} MB of free storage.`,
      };
    case 'approval':
      return value === 'given'
        ? { ja: '保護者がアプリの入手を承認しました。', en: 'A guardian approved the app.' }
        : { ja: 'アプリの入手に保護者の承認が必要になりました。', en: 'A guardian now has to approve apps.' };
    default:
      return {
        ja: `アプリストアの条件が変わりました（${what}: ${value}）。`,
        en: `The store now goes by ${what}: ${value}.`,
      };
  }
}
