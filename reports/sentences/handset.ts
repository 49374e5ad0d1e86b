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
  'network.changed': ({ state }) => {
    const now = vocabulary.network(state);
    return { ja: `端末の通信状態が「${now.ja}」になりました。`, en: `The phone’s network is now “${now.en}”.` };
  },
};
