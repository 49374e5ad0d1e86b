import { idle, insecure, lacking, type Run, realDeviceOnly } from './combine.ts';

const noXcode = lacking('XCTest runs only on a Mac with Xcode');
const noWatch = (action: string): Run => lacking(`${action} can only be performed on watchOS`);

/** What belongs to a Mac beside the phone, to real devices or to watches, and to no screen of the journey. */
export const iosLaboratory = {
  'mobile: calibrateWebToRealCoordinatesTranslation': async () => ({
    offsetX: 0,
    offsetY: 0,
    pixelRatioX: 1,
    pixelRatioY: 1,
  }),
  'mobile: clearKeychains': idle,
  'mobile: disableVoiceOver': async ({ phone }) => {
    phone.memory.isVoiceOverOn = false;
  },
  'mobile: enableVoiceOver': async ({ phone }) => {
    phone.memory.isVoiceOverOn = true;
  },
  'mobile: isVoiceOverEnabled': async ({ phone }) => phone.memory.isVoiceOverOn,
  'mobile: voiceOverCurrentSpeech': lacking('VoiceOver says nothing on this device'),
  'mobile: voiceOverMove': lacking('VoiceOver says nothing on this device'),
  'mobile: expectNotification': lacking('No notification has come within the timeout'),
  'mobile: getPermission': async () => 'unset',
  'mobile: setPermission': idle,
  'mobile: resetPermission': idle,
  'mobile: getXCTestScreenRecordingInfo': lacking('XCTest screen recording is not running'),
  'mobile: startXCTestScreenRecording': insecure('xctest_screen_record'),
  'mobile: stopXCTestScreenRecording': lacking('XCTest screen recording is not running'),
  'mobile: installCertificate': lacking('The device takes no certificates: it reaches no service outside'),
  'mobile: listCertificates': realDeviceOnly('Listing certificates'),
  'mobile: removeCertificate': realDeviceOnly('Removing certificate'),
  'mobile: installXCTestBundle': noXcode,
  'mobile: listXCTestBundles': noXcode,
  'mobile: runXCTest': noXcode,
  'mobile: performAccessibilityAudit': lacking('Accessibility audits need Xcode 15 and iOS 17'),
  'mobile: performHandGesture': noWatch('Hand gesture automation'),
  'mobile: rotateDigitalCrown': noWatch('Digital Crown rotation'),
  'mobile: performIndigoHidEvent': realDeviceOnly('Perform IO HID event with HID Indigo RemoteXPC service'),
  'mobile: performIoHidEvent': idle,
  'mobile: pullFolder': lacking('The remote folder does not exist'),
  'mobile: sendMemoryWarning': realDeviceOnly('Memory warning simulation'),
  'mobile: simctl': lacking('simctl command can only be performed where Xcode is installed'),
  'mobile: siriCommand': lacking('Siri is not available on this device'),
  'mobile: startAudioRecording': insecure('audio_record'),
  'mobile: stopAudioRecording': async () => '',
  'mobile: startAutomationSession': lacking('Remote automation is not allowed in the settings of Safari'),
  'mobile: stopAutomationSession': idle,
  'mobile: startLogsBroadcast': idle,
  'mobile: stopLogsBroadcast': idle,
  'mobile: startNetworkMonitor': realDeviceOnly('DVT network monitor'),
  'mobile: stopNetworkMonitor': idle,
  'mobile: startPerfRecord': lacking('xctrace is not available: it is a part of Xcode'),
  'mobile: stopPerfRecord': lacking('xctrace is not available: it is a part of Xcode'),
  'mobile: startScreenRecording': lacking('ffmpeg is not available to record the screen with'),
  'mobile: stopScreenRecording': async () => '',
  'mobile: startSystemMonitor': realDeviceOnly('DVT system monitor'),
  'mobile: stopSystemMonitor': idle,
  'mobile: updateSafariPreferences': idle,
} as const satisfies Readonly<Record<string, Run>>;
