import { hash } from 'node:crypto';
import type { World } from '#sim/kernel';

/** As long as Mailpit's: 22 letters and digits. */
const hashCharacters = 14;
const numberCharacters = 8;

/** Mailpit's name of a message. Its are drawn; ours come from the world's seed and the number in `msg_0007`, and lead back to it. */
export function mailpitId(world: World, message: string): string {
  const digits = /^msg_(\d{1,12})$/.exec(message)?.[1];
  if (digits === undefined) throw new TypeError(`${message} is no message`);
  const number = Number(digits);
  const seal = hash('sha256', `todoku mailpit|${world.seed}|${number}`, 'hex').slice(0, hashCharacters);
  return seal + number.toString(36).padStart(numberCharacters, '0');
}

/** The message of a name; undefined when the name was not given here. */
export function messageOf(world: World, id: string): string | undefined {
  const digits = /^[0-9a-f]{14}([0-9a-z]{8})$/.exec(id)?.[1];
  if (digits === undefined) return undefined;
  const message = `msg_${Number.parseInt(digits, 36).toString().padStart(4, '0')}`;
  return message.length <= 16 && mailpitId(world, message) === id ? message : undefined;
}
