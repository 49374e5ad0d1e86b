import { type PhoneModel, type PhoneModelKey, phoneModels } from '#drivers/handset';
import type { ResolvedHandset } from './resolved-cast.ts';

type Handset = Omit<ResolvedHandset, 'settings'>;

/** The devices of the library, each with the usual version of its system. */
export const handsets = Object.fromEntries(
  Object.values<PhoneModel>(phoneModels).map(({ key, platform, versions, form, name }) => [
    key,
    { platform, version: versions.usual, form, model: name },
  ]),
) as { readonly [handset in PhoneModelKey]: Handset };
