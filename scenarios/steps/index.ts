import { clockAdvance } from './clock-advance.ts';
import { clockAdvanceTo } from './clock-advance-to.ts';
import { counterChecks } from './counter-checks.ts';
import { counterChecksRegister } from './counter-checks-register.ts';
import { expectCase } from './expect-case.ts';
import { expectConversation } from './expect-conversation.ts';
import { expectGate } from './expect-gate.ts';
import { expectIssuer } from './expect-issuer.ts';
import { expectKeys } from './expect-keys.ts';
import { expectMail } from './expect-mail.ts';
import { expectScreen } from './expect-screen.ts';
import { expectSender } from './expect-sender.ts';
import { expectWallet } from './expect-wallet.ts';
import { faultHeal } from './fault-heal.ts';
import { faultInject } from './fault-inject.ts';
import { gateScans } from './gate-scans.ts';
import { gateScansPicture } from './gate-scans-picture.ts';
import { gateTrustsIssuer } from './gate-trusts-issuer.ts';
import { handsetAppSync } from './handset-app-sync.ts';
import { handsetBattery } from './handset-battery.ts';
import { handsetClock } from './handset-clock.ts';
import { handsetNetwork } from './handset-network.ts';
import { handsetStore } from './handset-store.ts';
import { issuerChangesDns } from './issuer-changes-dns.ts';
import { issuerStopsAfter } from './issuer-stops-after.ts';
import { schoolCorrectsRoster } from './school-corrects-roster.ts';
import { schoolImportsRoster } from './school-imports-roster.ts';
import { schoolIssues } from './school-issues.ts';
import { schoolReinstates } from './school-reinstates.ts';
import { schoolReissues } from './school-reissues.ts';
import { schoolReleasesMail } from './school-releases-mail.ts';
import { schoolResumes } from './school-resumes.ts';
import { schoolRevokes } from './school-revokes.ts';
import { schoolRotatesKey } from './school-rotates-key.ts';
import { schoolSuspends } from './school-suspends.ts';
import type { Step } from './step.ts';
import { strangerSendsLookalike } from './stranger-sends-lookalike.ts';
import { studentActivates } from './student-activates.ts';
import { studentAddsAddress } from './student-adds-address.ts';
import { studentAddsContact } from './student-adds-contact.ts';
import { studentAgrees } from './student-agrees.ts';
import { studentAllowsSender } from './student-allows-sender.ts';
import { studentAsks } from './student-asks.ts';
import { studentChangesMailSetting } from './student-changes-mail-setting.ts';
import { studentChecksFolder } from './student-checks-folder.ts';
import { studentChecksSender } from './student-checks-sender.ts';
import { studentChecksTab } from './student-checks-tab.ts';
import { studentCompletesReceipt } from './student-completes-receipt.ts';
import { studentConfirmsAddress } from './student-confirms-address.ts';
import { studentDeclinesTerms } from './student-declines-terms.ts';
import { studentDeletes } from './student-deletes.ts';
import { studentEmptiesTrash } from './student-empties-trash.ts';
import { studentFillsStorage } from './student-fills-storage.ts';
import { studentFreesStorage } from './student-frees-storage.ts';
import { studentInstallsApp } from './student-installs-app.ts';
import { studentKeepsLink } from './student-keeps-link.ts';
import { studentLeavesApp } from './student-leaves-app.ts';
import { studentLogsIn } from './student-logs-in.ts';
import { studentLogsOutOtherDevices } from './student-logs-out-other-devices.ts';
import { studentMarksNotJunk } from './student-marks-not-junk.ts';
import { studentOpensApp } from './student-opens-app.ts';
import { studentOpensLink } from './student-opens-link.ts';
import { studentOpensMail } from './student-opens-mail.ts';
import { studentReceives } from './student-receives.ts';
import { studentRegisters } from './student-registers.ts';
import { studentReleasesMail } from './student-releases-mail.ts';
import { studentRemovesApp } from './student-removes-app.ts';
import { studentReports } from './student-reports.ts';
import { studentRequestsActivationMail } from './student-requests-activation-mail.ts';
import { studentRequestsPasswordReset } from './student-requests-password-reset.ts';
import { studentRestores } from './student-restores.ts';
import { studentReturnsToApp } from './student-returns-to-app.ts';
import { studentSearchesMail } from './student-searches-mail.ts';
import { studentSetsForwarding } from './student-sets-forwarding.ts';
import { studentSetsPassword } from './student-sets-password.ts';
import { studentShowsId } from './student-shows-id.ts';
import { studentStartsRegistration } from './student-starts-registration.ts';
import { studentTakesScreenshot } from './student-takes-screenshot.ts';
import { studentTriesAgain } from './student-tries-again.ts';
import { studentUpdatesApp } from './student-updates-app.ts';

export type { Play, PlayedSchool, PlayedStudent, RosterAnswer } from './play.ts';
export { screenNames } from './screen-names.ts';
export { encodeShiftJis } from './shift-jis.ts';
export type { Step } from './step.ts';
export { Unmet } from './unmet.ts';

/** Every verb that a scenario can use, in the order in which editors and docs list them; each with its own types. */
export const verbs = [
  schoolCorrectsRoster,
  schoolImportsRoster,
  schoolIssues,
  schoolReinstates,
  schoolReissues,
  schoolReleasesMail,
  schoolResumes,
  schoolRevokes,
  schoolRotatesKey,
  schoolSuspends,
  issuerChangesDns,
  issuerStopsAfter,
  strangerSendsLookalike,
  studentActivates,
  studentAddsAddress,
  studentAddsContact,
  studentAgrees,
  studentAllowsSender,
  studentAsks,
  studentChangesMailSetting,
  studentChecksFolder,
  studentChecksSender,
  studentChecksTab,
  studentCompletesReceipt,
  studentConfirmsAddress,
  studentDeclinesTerms,
  studentDeletes,
  studentEmptiesTrash,
  studentFillsStorage,
  studentFreesStorage,
  studentInstallsApp,
  studentKeepsLink,
  studentLeavesApp,
  studentLogsIn,
  studentLogsOutOtherDevices,
  studentMarksNotJunk,
  studentOpensApp,
  studentOpensLink,
  studentOpensMail,
  studentReceives,
  studentRegisters,
  studentReleasesMail,
  studentRemovesApp,
  studentReports,
  studentRequestsActivationMail,
  studentRequestsPasswordReset,
  studentRestores,
  studentReturnsToApp,
  studentSearchesMail,
  studentSetsForwarding,
  studentSetsPassword,
  studentShowsId,
  studentStartsRegistration,
  studentTakesScreenshot,
  studentTriesAgain,
  studentUpdatesApp,
  handsetAppSync,
  handsetBattery,
  handsetClock,
  handsetNetwork,
  handsetStore,
  gateScans,
  gateScansPicture,
  gateTrustsIssuer,
  counterChecks,
  counterChecksRegister,
  clockAdvanceTo,
  clockAdvance,
  faultHeal,
  faultInject,
  expectCase,
  expectConversation,
  expectGate,
  expectIssuer,
  expectKeys,
  expectMail,
  expectScreen,
  expectSender,
  expectWallet,
] as const satisfies readonly Step[];

/** Throws TypeError for a verb that there is not. */
export function stepOf(verb: string): Step {
  const found = (verbs as readonly Step[]).find((step) => step.verb === verb);
  if (found === undefined) throw new TypeError(`no step ${verb}`);
  return found;
}
