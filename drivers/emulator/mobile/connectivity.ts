import { errors } from 'appium/driver.js';
import type { Phone } from '../phone/phone.ts';
import { type Given, optionalFlag } from './given.ts';

const services = ['wifi', 'data', 'airplaneMode'] as const;

type Radios = Phone['memory']['radios'];

function hasNetwork({ wifi, data, airplaneMode }: Radios): boolean {
  return !airplaneMode && (wifi || data);
}

/** The radios as they are; whoever took the network away by other means has switched to airplane mode. */
function radiosOf({ memory, network }: Phone): Radios {
  if (hasNetwork(memory.radios) === (network !== 'off')) return memory.radios;
  return network === 'off'
    ? { wifi: false, data: false, airplaneMode: true }
    : { wifi: true, data: true, airplaneMode: false };
}

/** appium-android-driver lib/commands/network mobileSetConnectivity */
export async function setConnectivity(phone: Phone, given: Given): Promise<void> {
  const asked = services.map((name) => [name, optionalFlag(given, name)] as const);
  const set = asked.filter(([, isOn]) => isOn !== undefined);
  if (set.length === 0) {
    throw new errors.InvalidArgumentError(`Either one of ${JSON.stringify(services)} options must be provided`);
  }
  const radios: Radios = { ...radiosOf(phone), ...Object.fromEntries(set) };
  phone.memory.radios = radios;
  const isOn = hasNetwork(radios);
  if (isOn !== (phone.network !== 'off')) await phone.setNetwork(isOn ? 'on' : 'off');
}

/** appium-android-driver lib/commands/network mobileGetConnectivity */
export function connectivity(phone: Phone, given: Given): Partial<Radios> {
  const wanted = given.services === undefined ? services : [given.services].flat();
  const unknown = wanted.filter((name) => !(services as readonly unknown[]).includes(name));
  if (unknown.length > 0) {
    const names = unknown.length === 1 ? 'Service name' : 'Service names';
    const verb = unknown.length === 1 ? 'is' : 'are';
    throw new errors.InvalidArgumentError(
      `${names} ${unknown} ${verb} not known. Only the following services are suported: ${services}`,
    );
  }
  return Object.fromEntries(
    Object.entries(radiosOf(phone)).filter(([name]) => (wanted as readonly unknown[]).includes(name)),
  );
}

/** Emulators: the speeds of adb; those of the first generations are slow. */
export async function setNetworkSpeed(phone: Phone, speed: string): Promise<void> {
  if (phone.network === 'off') return;
  const isSlow = /^(gsm|scsd|gprs|edge)$/i.test(speed);
  await phone.setNetwork(isSlow ? 'slow' : 'on');
}
