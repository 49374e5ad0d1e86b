import type { Bilingual } from '#sim/errors';
import type { Json } from '#sim/kernel';

type Value = { readonly [name: string]: Json };

/** `yes`, or why not; where it depends on what the step says, asked with that. */
export type PlayableOnDevice = 'yes' | Bilingual | ((value: Value) => 'yes' | Bilingual);

const clock: Bilingual = { ja: '実機の時計は変えられません', en: 'no driver sets the clock of a phone' };
const battery: Bilingual = { ja: '電池の切れた実機は操作できません', en: 'a phone without power answers nobody' };
const network: Bilingual = {
  ja: '実機は手元のケーブルなどでこのコンピューターにつながっていて、その通信は切れません',
  en: 'the phone reaches this machine by its cable, which no network setting cuts',
};
const store: Bilingual = {
  ja: '実機のストアに、このアプリはありません',
  en: 'the stores of real phones do not have this app',
};
const appSync: Bilingual = {
  ja: 'ウェブアプリには、版や保存データの不具合がありません',
  en: 'the web app has no version and no storage that could be at fault',
};
const qrTime: Bilingual = {
  ja: 'QRコードの時刻は実機のもので、ゲートの時刻とは異なります',
  en: 'the QR code carries the time of the phone, and the gate has that of the world',
};
const otherApp: Bilingual = {
  ja: 'LecoS 以外のアプリは、実機で使いません',
  en: 'no other app than LecoS is used on a phone',
};
const mailApp: Bilingual = {
  ja: 'メールはブラウザーで読むので、メールアプリの中では開けません',
  en: 'mail is read in the browser: nothing opens inside a mail app',
};
const systemScreen: Bilingual = {
  ja: 'システムやストアの画面は読み取りません',
  en: 'screens of the system and of the stores are not read',
};

/** What the browser does not show: `expect.screen` about these has no answer. */
const systemScreens = /^(store-|powered-off$|site-unreachable$|network-error$|update-required$)/;

function walletOnly(value: Value): 'yes' | Bilingual {
  return value.app === undefined || value.app === 'wallet' ? 'yes' : otherApp;
}

/** What each verb of a scenario needs of a real phone, whose browser alone is used. */
export const deviceVerbs: Readonly<Record<string, PlayableOnDevice>> = {
  'clock.advance': 'yes',
  'clock.advanceTo': 'yes',
  'counter.checks': qrTime,
  'counter.checksRegister': 'yes',
  'expect.case': 'yes',
  'expect.conversation': 'yes',
  'expect.gate': 'yes',
  'expect.issuer': 'yes',
  'expect.keys': 'yes',
  'expect.mail': 'yes',
  'expect.screen': ({ app, screen }) =>
    /^(home|store|old-wallet|mail-app)$/.test(String(app)) || systemScreens.test(String(screen)) ? systemScreen : 'yes',
  'expect.sender': 'yes',
  'expect.wallet': 'yes',
  'fault.heal': 'yes',
  'fault.inject': 'yes',
  'gate.scans': qrTime,
  'gate.scansPicture': qrTime,
  'gate.trustsIssuer': 'yes',
  'handset.appSync': appSync,
  'handset.battery': battery,
  'handset.clock': clock,
  'handset.network': network,
  'handset.store': store,
  'issuer.changesDns': 'yes',
  'issuer.stopsAfter': 'yes',
  'school.correctsRoster': 'yes',
  'school.importsRoster': 'yes',
  'school.issues': 'yes',
  'school.reinstates': 'yes',
  'school.reissues': 'yes',
  'school.releasesMail': 'yes',
  'school.resumes': 'yes',
  'school.revokes': 'yes',
  'school.rotatesKey': 'yes',
  'school.suspends': 'yes',
  'stranger.sendsLookalike': 'yes',
  'student.activates': 'yes',
  'student.addsAddress': 'yes',
  'student.addsContact': 'yes',
  'student.agrees': 'yes',
  'student.allowsSender': 'yes',
  'student.asks': 'yes',
  'student.changesMailSetting': 'yes',
  'student.checksFolder': 'yes',
  'student.checksSender': 'yes',
  'student.checksTab': 'yes',
  'student.completesReceipt': 'yes',
  'student.confirmsAddress': 'yes',
  'student.declinesTerms': 'yes',
  'student.deletes': 'yes',
  'student.emptiesTrash': 'yes',
  'student.fillsStorage': 'yes',
  'student.freesStorage': 'yes',
  'student.installsApp': walletOnly,
  'student.keepsLink': 'yes',
  'student.leavesApp': 'yes',
  'student.logsIn': walletOnly,
  'student.logsOutOtherDevices': 'yes',
  'student.marksNotJunk': 'yes',
  'student.opensApp': walletOnly,
  'student.opensLink': ({ in: where }) => (where === 'mail-app' ? mailApp : 'yes'),
  'student.opensMail': 'yes',
  'student.receives': 'yes',
  'student.registers': 'yes',
  'student.releasesMail': 'yes',
  'student.removesApp': walletOnly,
  'student.reports': 'yes',
  'student.requestsActivationMail': 'yes',
  'student.requestsPasswordReset': 'yes',
  'student.restores': 'yes',
  'student.returnsToApp': 'yes',
  'student.searchesMail': 'yes',
  'student.setsForwarding': 'yes',
  'student.setsPassword': 'yes',
  'student.showsId': 'yes',
  'student.startsRegistration': 'yes',
  'student.takesScreenshot': qrTime,
  'student.triesAgain': 'yes',
  'student.updatesApp': store,
};
