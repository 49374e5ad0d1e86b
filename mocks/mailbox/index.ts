export type { Folder } from '../providers/index.ts';
export { type Arrival, arrivalCount, arrivalOf, arrivals, arrivalsAfter, discard, lastArrival } from './arrivals.ts';
export { knownCharset, type ReadablePart, readableParts, readBodies, transferDecoded } from './body-reader.ts';
export { type CaptureQuery, type CaptureRecord, captureRecord, findCaptures } from './capture-records.ts';
export { bytesOf, type Exchange, folder, type MailSummary, transcriptOf } from './captured-message.ts';
export { type Conversation, conversations } from './conversations.ts';
export { deliver } from './deliver.ts';
export { changedFlags, changeFlags, deletedFlag, type FlagChange } from './flags.ts';
export { type FolderState, folderState, uidValidity } from './folder-state.ts';
export {
  addressesOf,
  bodyStart,
  decodedFields,
  fieldOf,
  fromOf,
  type Header,
  type NamedAddress,
  readHeader,
  subjectOf,
} from './header-reader.ts';
export { authenticationOf, connectionOf } from './incoming.ts';
export { isBouncedLate } from './late-bounce.ts';
export { linksIn, readableText } from './links.ts';
export {
  appendMessage,
  copyMessages,
  expungeMessages,
  moveMessages,
  removeMessages,
  type UidPair,
} from './mail-program.ts';
export { type Mailbox, mailboxOf, requireMailbox } from './mailbox.ts';
export { type MailboxOverview, mailboxList } from './mailbox-list.ts';
export { mailboxModule, mailboxModuleWith } from './mailbox-module.ts';
export { allowSender, changeSetting, createMailbox } from './mailbox-settings.ts';
export { linksOf, type OpenedMessage, openMessage, readMessage } from './open-message.ts';
export { mailboxDefaults } from './parameters.ts';
export { type ParsedMail, parseMail } from './parse-mail.ts';
export { type HeldMail, quarantine, releaseHeld } from './quarantine.ts';
export { canOpen, openMailbox, type Receiver, receiverOf } from './receiver.ts';
export { replaceBytes } from './replace-bytes.ts';
export { openScans, type Scan, scannedTarget, settleScan } from './scanner.ts';
export { scannerSites } from './scanner-site.ts';
export { folded, search, searchableBody } from './search.ts';
export { type FolderEntry, folderEntries, messageAt, messageCount, type Selection, seenFlag } from './selection.ts';
export { fillStorage, freeStorage } from './storage.ts';
export { historyOf, remember } from './traffic.ts';
export { usedBytes } from './used-bytes.ts';
export { deleteMessage, emptyTrash, markNotJunk, moveMessage, read, restore } from './user-actions.ts';
