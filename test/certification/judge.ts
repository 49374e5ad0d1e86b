import type { Fetch, Instant } from '#sim/kernel';
import { createKeyResolver } from '#sim/proof';
import { type BadgeVerification, verifyOpenBadge } from '#sim/verify/open-badge';

/** The verdict on a badge: a text, or the bytes of a file. JSON-LD is read in safe mode. */
export function judge(
  file: string | Uint8Array,
  fetch: Fetch,
  options: { readonly now: Instant; readonly holder?: string },
): Promise<BadgeVerification> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  return verifyOpenBadge(bytes, { fetch, resolveKey: createKeyResolver({ fetch }) }, options);
}

/** `id` of the checks that failed or could not be made; empty for a badge that is right. */
export function troubles({ checks }: BadgeVerification): string[] {
  return checks.flatMap((check) => ('code' in check && check.code !== undefined ? [`${check.id}: ${check.code}`] : []));
}
