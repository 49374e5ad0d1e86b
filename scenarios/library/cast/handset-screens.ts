import { type PhoneModel, type PhoneModelKey, phoneModels } from '#drivers/handset';

/** A screen in CSS pixels, the pixels of one of these, and how many full-width letters of a subject a list shows. */
export interface HandsetScreen {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly subjectZenkaku: number;
}

/** How the devices show a page. */
export const handsetScreens = Object.fromEntries(
  Object.values<PhoneModel>(phoneModels).map((model) => [
    model.key,
    { ...model.screen, subjectZenkaku: subjectZenkaku(model) },
  ]),
) as { readonly [handset in PhoneModelKey]: HandsetScreen };

/**
 * assumption: a list shows 21 full-width letters on a phone, as an iPhone has them on a line
 * (https://news.mynavi.jp/article/20220611-iphone_why), fewer where the screen is narrow, more where it is wide; no maker
 * publishes it.
 */
function subjectZenkaku({ form, screen }: PhoneModel): number {
  if (form === 'tablet') return 40;
  if (form === 'pc') return 24;
  return Math.max(20, Math.floor(screen.width / 18.2));
}
