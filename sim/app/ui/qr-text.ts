const stepMs = 30_000;

/** Which of its QR codes a card shows at an instant: one each 30 s. */
export function qrStep(now: number): number {
  return Math.floor(now / stepMs);
}

/** How much of a step is left, 0 … 1. */
export function qrRest(now: number): number {
  return 1 - (now - qrStep(now) * stepMs) / stepMs;
}

/**
 * What the card's QR holds: `todoku:1:<credential>:<time step>:<device>:<signature>`. The device key signs all before
 * the last colon, so a picture of it is worth nothing a step later.
 */
export async function qrText(
  { credential, device, step }: { readonly credential: string; readonly device: string; readonly step: number },
  sign: (text: string) => Promise<string>,
): Promise<string> {
  const signed = `todoku:1:${credential}:${step}:${device}`;
  return `${signed}:${await sign(signed)}`;
}
