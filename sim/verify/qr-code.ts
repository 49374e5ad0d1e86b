/** The length of a time step of the phone's QR. */
export const timeStepMs = 30_000;

/** What a QR of the app says, not yet believed. */
export interface QrCode {
  readonly credential: string;
  readonly timeStep: number;
  readonly device: string;
  /** What the device key signed: all before the last colon. */
  readonly signed: string;
  readonly signature: Buffer;
}

// Whatever a camera reads reaches this first: every part has its alphabet and its length, and nothing else passes. The
// last letter holds 2 bits of the 64 bytes: the rest is zero (https://www.rfc-editor.org/rfc/rfc4648#section-3.5).
const form = /^(todoku:1:(cred_\d{1,12}):(\d{1,12}):(dev_\d{1,12})):([\w-]{85}[AQgw])$/;

/** Undefined for anything that is not exactly such a text. */
export function parseQrCode(text: unknown): QrCode | undefined {
  if (typeof text !== 'string' || text.length > 200 || text.includes('\n')) return undefined;
  const [, signed, credential, timeStep, device, signature] = form.exec(text) ?? [];
  if (signed === undefined || credential === undefined || device === undefined) return undefined;
  return {
    credential,
    timeStep: Number(timeStep),
    device,
    signed,
    signature: Buffer.from(signature ?? '', 'base64url'),
  };
}
