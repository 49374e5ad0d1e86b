import { type PhoneModel, phoneModels, type StoreDevice } from '#drivers/handset';

import { ServiceError } from '#sim/errors';
import { compareVersions } from '#sim/kernel';

/**
 * The model of the catalogue that stands for a device of the cast: the one of that name, else any of its kind that runs
 * the version. Throws ServiceError `device-invalid`.
 */
export function modelFor({ platform, version, form, model }: StoreDevice & { readonly model: string }): PhoneModel {
  const models: readonly PhoneModel[] = Object.values(phoneModels);
  const fitting = models.filter((one) => one.platform === platform && one.form === form && runs(one, version));
  const [first] = fitting;
  const found = fitting.find(({ name }) => name === model) ?? first;
  if (found !== undefined) return found;
  throw new ServiceError('device-invalid', { reason: `no model is a ${platform} ${version} ${form}` });
}

/** `15` is no later than `15.8`: the last version is told as far as people tell it. */
function runs({ versions: { first, last } }: PhoneModel, version: string): boolean {
  const places = last.split('.').length;
  const told = version.split('.').slice(0, places).join('.');
  return compareVersions(version, first) >= 0 && compareVersions(told, last) <= 0;
}
