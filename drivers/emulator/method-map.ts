/** What a route takes in its body. See @appium/types `PayloadParams`. */
export interface PayloadParameters {
  readonly required?: readonly string[] | readonly (readonly string[])[];
  readonly optional?: readonly string[];
  readonly unwrap?: string;
}

export interface RouteCommand {
  readonly command: string;
  readonly payloadParams?: PayloadParameters;
  readonly deprecated?: boolean;
}

type Verb = 'GET' | 'POST';

export type MethodMap = Readonly<Record<string, Readonly<Partial<Record<Verb, RouteCommand>>>>>;

const old = { deprecated: true } as const;

function get(command: string, more: Partial<RouteCommand> = {}): { readonly GET: RouteCommand } {
  return { GET: { command, ...more } };
}

function post(
  command: string,
  payloadParams: PayloadParameters = {},
  more: Partial<RouteCommand> = {},
): { readonly POST: RouteCommand } {
  return { POST: { command, payloadParams, ...more } };
}

/** Of either real driver, below `/session/:sessionId`. appium-uiautomator2-driver and appium-xcuitest-driver lib/method-map */
const routes: MethodMap = {
  // Appium marks these as deprecated; as the real drivers do, a driver that needs them declares them anew.
  '/context': { ...get('getCurrentContext'), ...post('setContext', { required: ['name'] }) },
  '/contexts': get('getContexts'),
  '/orientation': { ...get('getOrientation'), ...post('setOrientation', { required: ['orientation'] }) },
  '/rotation': { ...get('getRotation'), ...post('setRotation', { required: ['x', 'y', 'z'] }) },
  '/location': { ...get('getGeoLocation', old), ...post('setGeoLocation', { required: ['location'] }, old) },
  '/network_connection': {
    ...get('getNetworkConnection', old),
    ...post('setNetworkConnection', { unwrap: 'parameters', required: ['type'] }, old),
  },
  '/log': post('getLog', { required: ['type'] }),
  '/log/types': get('getLogTypes'),
  '/timeouts/implicit_wait': post('implicitWait', { required: ['ms'] }, old),
  '/timeouts/async_script': post('asyncScriptTimeout', { required: ['ms'] }, old),
  '/keys': post('keys', { required: ['value'] }, old),
  '/window/:windowhandle/size': get('getWindowSize', old),
  '/element/:elementId/location': get('getLocation', old),
  '/element/:elementId/location_in_view': get('getLocation', old),
  '/element/:elementId/size': get('getSize', old),
  '/appium/element/:elementId/value': post('setValueImmediate', { required: ['text'] }, old),
  '/appium/element/:elementId/replace_value': post('replaceValue', { required: ['text'] }, old),
  '/appium/app/background': post('background', { required: ['seconds'] }, old),
  '/appium/app/launch': post('launchApp', {}, old),
  '/appium/app/close': post('closeApp', {}, old),
  '/appium/app/reset': post('reset', {}, old),
  '/appium/app/strings': post('getStrings', { optional: ['language', 'stringFile'] }, old),
  '/appium/device/lock': post('lock', { optional: ['seconds'] }, old),
  '/appium/device/unlock': post('unlock', {}, old),
  '/appium/device/is_locked': post('isLocked', {}, old),
  '/appium/device/shake': post('mobileShake', {}, old),
  '/appium/device/app_state': post('queryAppState', { required: [['appId'], ['bundleId']] }, old),
  '/appium/device/get_clipboard': post('getClipboard', { optional: ['contentType'] }, old),
  '/appium/device/set_clipboard': post(
    'setClipboard',
    { required: ['content'], optional: ['contentType', 'label'] },
    old,
  ),
  '/appium/device/press_keycode': post(
    'pressKeyCode',
    { required: ['keycode'], optional: ['metastate', 'flags'] },
    old,
  ),
  '/appium/device/long_press_keycode': post(
    'longPressKeyCode',
    { required: ['keycode'], optional: ['metastate', 'flags'] },
    old,
  ),
  '/appium/device/keyevent': post('keyevent', { required: ['keycode'], optional: ['metastate'] }, old),
  '/appium/device/finger_print': post('fingerprint', { required: ['fingerprintId'] }, old),
  '/appium/device/power_capacity': post('powerCapacity', { required: ['percent'] }, old),
  '/appium/device/power_ac': post('powerAC', { required: ['state'] }, old),
  '/appium/device/network_speed': post('networkSpeed', { required: ['netspeed'] }, old),
  '/appium/device/current_activity': get('getCurrentActivity', old),
  '/appium/device/current_package': get('getCurrentPackage', old),
  '/appium/device/display_density': get('getDisplayDensity', old),
  '/appium/device/system_bars': get('getSystemBars', old),
  '/appium/device/toggle_airplane_mode': post('toggleFlightMode', {}, old),
  '/appium/device/toggle_data': post('toggleData', {}, old),
  '/appium/device/toggle_wifi': post('toggleWiFi', {}, old),
  '/appium/device/open_notifications': post('openNotifications', {}, old),
  '/appium/simulator/touch_id': post('touchId', { required: ['match'] }, old),
  '/appium/simulator/toggle_touch_id_enrollment': post('toggleEnrollTouchId', { optional: ['enabled'] }, old),
  '/appium/start_recording_screen': post('startRecordingScreen', { optional: ['options'] }),
  '/appium/stop_recording_screen': post('stopRecordingScreen', { optional: ['options'] }),
};

/** Routes that Appium’s own list lacks, or marks as deprecated. */
export const newMethodMap: MethodMap = Object.fromEntries(
  Object.entries(routes).map(([path, verbs]) => [`/session/:sessionId${path}`, verbs]),
);
