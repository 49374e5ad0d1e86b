import type { Phone } from '../phone/phone.ts';
import { bytesIn, type Given, textIn } from './given.ts';

/** Files that clients put onto a phone and take back; its apps see none of them. */
export function pushFile({ memory }: Phone, given: Given): void {
  memory.files.set(textIn(given, 'remotePath'), bytesIn(given, 'payload'));
}

/** Base64. Throws Error when there is none. */
export function pullFile({ memory }: Phone, given: Given): string {
  const path = textIn(given, 'remotePath');
  const file = memory.files.get(path);
  if (file === undefined) throw new Error(`The file at '${path}' does not exist on the device`);
  return file.toString('base64');
}

/** False when there is none. */
export function deleteFile({ memory }: Phone, given: Given): boolean {
  return memory.files.delete(textIn(given, 'remotePath'));
}

/** Everything below a folder. Throws Error when there is nothing. */
export function deleteFolder({ memory }: Phone, given: Given): void {
  const folder = textIn(given, 'remotePath').replace(/\/*$/, '/');
  const found = [...memory.files.keys()].filter((path) => path.startsWith(folder));
  if (found.length === 0) throw new Error(`The folder at '${folder}' does not exist on the device`);
  for (const path of found) memory.files.delete(path);
}
