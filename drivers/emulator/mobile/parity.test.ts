import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ExecuteMethods } from '../commands/execute-method.ts';
import { androidMethods } from './android-methods.ts';
import { desktopMethods } from './desktop-methods.ts';
import { handsetMethods } from './handset-methods.ts';
import { iosMethods } from './ios-methods.ts';

interface RealMethod {
  readonly params?: { readonly required?: readonly string[]; readonly optional?: readonly string[] };
}

/** The map of a real driver, from its package; the package has no other entry to it. */
async function mapOf(driver: string): Promise<Readonly<Record<string, RealMethod>>> {
  const file = new URL(`../../../node_modules/${driver}/build/lib/execute-method-map.js`, import.meta.url);
  const { executeMethodMap } = (await import(file.href)) as { executeMethodMap: Record<string, RealMethod> };
  return executeMethodMap;
}

/** Name → parameters, those that have to be there first; what is empty is as good as absent. */
function shapes(methods: ExecuteMethods | Readonly<Record<string, RealMethod>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(methods).map(([name, { params = {} }]) => [
      name,
      `(${(params.required ?? []).join(', ')}) [${(params.optional ?? []).join(', ')}]`,
    ]),
  );
}

describe('parity of the mobile commands', () => {
  test.each([
    ['UiAutomator2', 'appium-uiautomator2-driver', androidMethods],
    ['XCUITest', 'appium-xcuitest-driver', iosMethods],
  ] as const)('those of %s are called and take what they do there, each of them', async (_name, driver, methods) => {
    const real = shapes(await mapOf(driver));
    expect(Object.keys(real).length).toBeGreaterThan(100);
    expect(shapes(methods)).toEqual(real);
  });

  test('a PC has some of those of Android and no other', async () => {
    const real = shapes(await mapOf('appium-uiautomator2-driver'));
    expect(real).toMatchObject(shapes(desktopMethods));
    expect(Object.keys(desktopMethods)).toContain('mobile: deepLink');
    expect(Object.keys(desktopMethods)).not.toContain('mobile: fingerprint');
  });

  test('what no real driver has is called handset', () => {
    for (const name of Object.keys(handsetMethods)) expect(name).toMatch(/^handset: [a-z][A-Za-z]+$/);
  });
});

/** Carried by name and parameters, and answered as where the device, the server or the Mac beside it lacks it. */
const lacking: Readonly<Record<'android' | 'ios', readonly string[]>> = {
  android: [
    'mobile: execEmuConsoleCommand',
    'mobile: getActionHistory',
    'mobile: getChromeCapabilities',
    'mobile: pullFolder',
    'mobile: scheduleAction',
    'mobile: setStylusHandwriting',
    'mobile: shell',
    'mobile: startMediaProjectionRecording',
    'mobile: startScreenStreaming',
    'mobile: unscheduleAction',
  ],
  ios: [
    'mobile: expectNotification',
    'mobile: getXCTestScreenRecordingInfo',
    'mobile: installCertificate',
    'mobile: installXCTestBundle',
    'mobile: killApp',
    'mobile: listApps',
    'mobile: listCertificates',
    'mobile: listXCTestBundles',
    'mobile: performAccessibilityAudit',
    'mobile: performHandGesture',
    'mobile: performIndigoHidEvent',
    'mobile: pullFolder',
    'mobile: removeCertificate',
    'mobile: rotateDigitalCrown',
    'mobile: runXCTest',
    'mobile: sendMemoryWarning',
    'mobile: simctl',
    'mobile: siriCommand',
    'mobile: startAudioRecording',
    'mobile: startAutomationSession',
    'mobile: startNetworkMonitor',
    'mobile: startPerfRecord',
    'mobile: startScreenRecording',
    'mobile: startSystemMonitor',
    'mobile: startXCTestScreenRecording',
    'mobile: stopPerfRecord',
    'mobile: stopXCTestScreenRecording',
    'mobile: voiceOverCurrentSpeech',
    'mobile: voiceOverMove',
  ],
};

describe('what is deliberately not carried', () => {
  test.each([
    ['android', androidMethods],
    ['ios', iosMethods],
  ] as const)('answers with an error on %s, and is listed here', async (dialect, methods) => {
    for (const name of lacking[dialect]) {
      await expect(methods[name]?.run({} as never, {}), name).rejects.toThrow(
        /only|not|no |nothing|insecure|never|does|need/i,
      );
    }
  });
});

describe('WebdriverIO', () => {
  /** Commands that it sends and that neither real driver has: their clients get `unknown`, ours too. */
  const unknownThere = ['mobile: powerAC'];

  test('sends no mobile command that is not answered as by the real driver of a system', () => {
    const file = new URL('../../../node_modules/webdriverio/build/index.js', import.meta.url);
    const sent = readFileSync(file, 'utf8').matchAll(/"mobile: ?([A-Za-z]+)"/g);
    const names = [...new Set([...sent].map(([, name]) => `mobile: ${name}`))];
    expect(names.length).toBeGreaterThan(25);
    const answered = new Set([...Object.keys(androidMethods), ...Object.keys(iosMethods)]);
    expect(names.filter((name) => !answered.has(name))).toEqual(unknownThere);
  });
});
