import type { Family } from './family.ts';
import { spanOf } from './virtual-time.ts';
import { vocabulary } from './vocabulary.ts';

export const handsetSentences: Family<'handset' | 'store' | 'app' | 'screen' | 'network'> = {
  'handset.joined': ({ platform, version, form }) => ({
    ja: `端末を用意した（${platform} ${version}、${form}）。`,
    en: `A handset was set up (${platform} ${version}, ${form}).`,
  }),
  'store.offered': ({ app, verdict, sentence }) => {
    const name = vocabulary.app(app);
    return verdict === 'installed'
      ? {
          ja: `ストアから${name.ja}をインストールした。${sentence.ja}`,
          en: `The ${name.en} was installed from the store. ${sentence.en}`,
        }
      : {
          ja: `ストアが${name.ja}のインストールを断った。${sentence.ja}`,
          en: `The store refused the ${name.en}. ${sentence.en}`,
        };
  },
  'app.opened': ({ app }) => {
    const name = vocabulary.app(app);
    return { ja: `${name.ja}を開いた。`, en: `The ${name.en} was opened.` };
  },
  'app.removed': ({ app }) => {
    const name = vocabulary.app(app);
    return { ja: `${name.ja}を削除した。`, en: `The ${name.en} was removed.` };
  },
  'screen.shown': ({ app, screen, texts }) => {
    const [name, first] = [vocabulary.app(app), texts[0]];
    return {
      ja: `${name.ja}に画面「${screen}」が出た。${first?.ja ?? ''}`,
      en: `The ${name.en} showed the screen “${screen}”.${first === undefined ? '' : ` ${first.en}`}`,
    };
  },
  'handset.updated': ({ version }) => ({
    ja: `端末のOSを ${version} に更新した。`,
    en: `The handset’s OS was updated to ${version}.`,
  }),
  'handset.clock-set': ({ skewMs }) => {
    if (skewMs === 0) return { ja: '端末の時計を正しい時刻に合わせた。', en: 'The handset’s clock was set right.' };
    const span = spanOf(Math.abs(skewMs));
    return skewMs > 0
      ? { ja: `端末の時計が${span.ja}進んだ。`, en: `The handset’s clock now runs ${span.en} ahead.` }
      : { ja: `端末の時計が${span.ja}遅れた。`, en: `The handset’s clock now runs ${span.en} behind.` };
  },
  'network.changed': ({ state }) => {
    const now = vocabulary.network(state);
    return { ja: `端末の通信状態が「${now.ja}」になった。`, en: `The handset’s network is now “${now.en}”.` };
  },
};
