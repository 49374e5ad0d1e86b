import { createHash, createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject, sign } from 'node:crypto';
import type { Json } from '#sim/kernel';
import type { PhoneModel } from '../../handset/index.ts';
import type { AppWindow, WindowOptions } from '../window/app-window.ts';

/** PKCS #8 of an Ed25519 key, up to its 32 bytes: https://www.rfc-editor.org/rfc/rfc8410#section-7 */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key in the phone’s keystore, as given, or always the same one for a udid. Throws Error when it is no Ed25519 JWK. */
export function deviceKeyOf(udid: string, given: JsonWebKey | undefined): KeyObject {
  if (given === undefined) {
    const seed = createHash('sha256').update(`todoku handset ${udid}`).digest();
    return createPrivateKey({ key: Buffer.concat([ed25519Prefix, seed]), format: 'der', type: 'pkcs8' });
  }
  const key = createPrivateKey({ key: given, format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the device key is no Ed25519 key (kty OKP, crv Ed25519)');
  return key;
}

/** Who asks the owner of the phone, and the window that is told the answer. */
export interface OwnerPrompt {
  ask(reason: string): Promise<boolean>;
  window(): AppWindow;
  /** What the answer sets off in the window is waited for. */
  track(work: Promise<unknown>): void;
}

/**
 * `window.lecosShell` of an installed app: what only the system around a web page can do. A prompt stands for as long as
 * a person likes: the call that opens it is over at once, and its answer comes by another way, so that the screen settles.
 */
export function shellOf(
  model: PhoneModel,
  key: KeyObject,
  prompt: OwnerPrompt,
): Pick<WindowOptions, 'functions' | 'startScript'> {
  let tickets = 0;
  const ask = (reason: string): number => {
    tickets += 1;
    const ticket = tickets;
    void prompt.ask(reason).then((isOwner) => prompt.track(answer(prompt.window(), ticket, isOwner)));
    return ticket;
  };
  return {
    functions: {
      lecosPublicKey: async () => createPublicKey(key).export({ format: 'jwk' }) as Json,
      lecosSign: async (bytes) => sign(null, Buffer.from(String(bytes), 'base64url'), key).toString('base64url'),
      lecosAsk: async (reason) => ask(String(reason)),
    },
    startScript: `{
const answered = new Map();
const answerOf = (ticket) => {
  if (!answered.has(ticket)) answered.set(ticket, Promise.withResolvers());
  return answered.get(ticket);
};
window.lecosAnswer = (ticket, isOwner) => answerOf(ticket).resolve(isOwner);
window.lecosShell = Object.freeze({
  platform: ${JSON.stringify(model.platform)},
  model: ${JSON.stringify(model.name)},
  publicKey: () => window.lecosPublicKey(),
  sign: (bytes) => window.lecosSign(bytes),
  authenticate: async (reason) => answerOf(await window.lecosAsk(reason)).promise,
});
}`,
  };
}

async function answer(window: AppWindow, ticket: number, isOwner: boolean): Promise<void> {
  try {
    await window.execute('lecosAnswer(arguments[0], arguments[1])', [ticket, isOwner]);
    await window.settle();
  } catch {
    // The app went away meanwhile.
  }
}
