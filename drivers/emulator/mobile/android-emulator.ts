import { errors } from 'appium/driver.js';
import type { Session } from '../session.ts';
import { idle, insecure, lacking, type Run } from './combine.ts';
import { setNetworkSpeed } from './connectivity.ts';
import { bytesIn, type Given, numberIn, textIn } from './given.ts';

const performance = {
  cpuinfo:
    'the amount of cpu by user and kernel process - cpu information for applications on real devices and simulators',
  memoryinfo:
    'the amount of memory used by the process - memory information for applications on real devices and simulators',
  batteryinfo:
    'the remaining battery power - battery power information for applications on real devices and simulators',
  networkinfo: 'the network statistics - network rx/tx information for applications on real devices and simulators',
};

/** appium-android-driver lib/commands/performance */
async function performanceData({ phone }: Session, given: Given): Promise<unknown> {
  const type = textIn(given, 'dataType').toLowerCase();
  if (type === 'batteryinfo') return [['power'], [String(phone.battery)]];
  if (type in performance) {
    throw new Error(`Unable to retrieve performance data of type '${type}': an emulated app has no process of its own`);
  }
  throw new Error(
    `No performance data of type '${type}' found. ` +
      `Only the following values are supported: ${JSON.stringify(performance, [' '], 2)}`,
  );
}

function oneOf(name: string, choices: readonly string[]): Run {
  return async (_session, given) => {
    const value = textIn(given, name);
    if (choices.includes(value)) return null;
    throw new errors.InvalidArgumentError(
      `You must provide a valid '${name}' argument. Supported values are: ${choices.join(', ')}`,
    );
  };
}

/** Of emulators alone, and what belongs to no screen of the journey. */
export const androidEmulator = {
  'mobile: fingerprint': async ({ phone }, given) => phone.matchBiometric(numberIn(given, 'fingerprintId') === 1),
  'mobile: injectEmulatorCameraImage': ({ phone }, given) => phone.showToCamera(bytesIn(given, 'payload')),
  'mobile: networkSpeed': ({ phone }, given) => setNetworkSpeed(phone, textIn(given, 'speed')),
  'mobile: powerCapacity': ({ phone }, given) => phone.setBattery(numberIn(given, 'percent')),
  'mobile: powerAc': oneOf('state', ['on', 'off']),
  'mobile: gsmCall': oneOf('action', ['call', 'accept', 'cancel', 'hold']),
  'mobile: gsmSignal': async (_session, given) => void numberIn(given, 'strength'),
  'mobile: gsmVoice': oneOf('state', ['on', 'off', 'denied', 'searching', 'roaming', 'home', 'unregistered']),
  'mobile: sensorSet': async (_session, given) => void textIn(given, 'sensorType'),
  'mobile: sendSms': async ({ phone }, given) => {
    phone.memory.messages.push({ address: String(given.phoneNumber), body: textIn(given, 'message') });
  },
  'mobile: listSms': async ({ phone }) => ({ items: [...phone.memory.messages], total: phone.memory.messages.length }),
  'mobile: bluetooth': oneOf('action', ['enable', 'disable', 'unpairAll']),
  'mobile: nfc': oneOf('action', ['enable', 'disable']),
  'mobile: deviceidle': oneOf('action', ['whitelistAdd', 'whitelistRemove']),
  'mobile: getPerformanceData': performanceData,
  'mobile: getPerformanceDataTypes': async () => Object.keys(performance),
  'mobile: sendTrimMemory': idle,
  'mobile: startLogsBroadcast': idle,
  'mobile: stopLogsBroadcast': idle,
  'mobile: getChromeCapabilities': lacking('The current context is not a web view that Chromedriver serves'),
  'mobile: broadcast': async () => 'Broadcast completed: result=0',
  'mobile: startService': async () => 'Error: Not found; no service started.',
  'mobile: stopService': async () => 'Service not stopped: was not running.',
  'mobile: isMediaProjectionRecordingRunning': async () => false,
  'mobile: startMediaProjectionRecording': lacking(
    'Unable to start recording: the device has no screen recorder that Appium Settings could use',
  ),
  'mobile: stopMediaProjectionRecording': async () => '',
  'mobile: pullFolder': lacking('The folder does not exist on the device'),
  'mobile: scheduleAction': lacking('The device runs no actions on a schedule'),
  'mobile: getActionHistory': lacking('There is no scheduled action with such a name'),
  'mobile: unscheduleAction': lacking('There is no scheduled action with such a name'),
  'mobile: execEmuConsoleCommand': insecure('emulator_console'),
  'mobile: setStylusHandwriting': insecure('set_stylus_handwriting'),
  'mobile: shell': insecure('adb_shell'),
  'mobile: startScreenStreaming': insecure('adb_screen_streaming'),
  'mobile: stopScreenStreaming': idle,
} as const satisfies Readonly<Record<string, Run>>;
