import type { Bilingual } from '#sim/errors';
import type { ResolvedHandset } from '../library/cast/index.ts';

const forms = {
  phone: { ja: '', en: '' },
  tablet: { ja: 'のタブレット', en: ' tablet' },
  pc: { ja: 'のPC', en: ' PC' },
} as const satisfies Record<ResolvedHandset['form'], Bilingual>;

/** `iPhone 17 iOS 26.0`; a device whose model only repeats its system is called by that: `Android 13`. */
export function deviceWords({
  model,
  platform,
  version,
  form,
}: Pick<ResolvedHandset, 'model' | 'platform' | 'version' | 'form'>): Bilingual {
  const system = `${platform} ${version}`;
  if (!model.includes(platform)) return { ja: `${model} ${system}`, en: `${model} ${system}` };
  return { ja: `${system}${forms[form].ja}`, en: `${system}${forms[form].en}` };
}
