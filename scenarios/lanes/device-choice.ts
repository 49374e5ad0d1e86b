import type { NamedCapabilities } from '#drivers/appium';
import type { Device } from '#drivers/direct';
import { handsets } from '../library/cast/index.ts';

/** How the cast calls a device: `iphone-17`; undefined where it is no device of the library as it stands there. */
function castKey({ platform, version, form, model }: Device): string | undefined {
  const found = Object.entries(handsets).find(
    ([, one]) => one.platform === platform && one.version === version && one.form === form && one.model === model,
  );
  return found?.[0];
}

/** The phone that stands for a device: the one of its name, else any of its system; none that is taken already. */
export function choosePhone(
  device: Device,
  phones: readonly NamedCapabilities[],
  taken: ReadonlySet<NamedCapabilities> = new Set(),
): NamedCapabilities | undefined {
  const free = phones.filter((phone) => !taken.has(phone));
  const key = castKey(device);
  const isOfSystem = ({ capabilities }: NamedCapabilities): boolean =>
    String(capabilities.platformName).toLowerCase() === device.platform.toLowerCase();
  return (
    free.find((phone) => phone.key !== undefined && phone.key === key) ??
    free.find((phone) => phone.key === undefined && isOfSystem(phone))
  );
}
