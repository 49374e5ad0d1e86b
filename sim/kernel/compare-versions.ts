/**
 * Negative, zero or positive as `a` is older than, the same as, or newer than `b`. Numbers, not text: 7.0 is the same as
 * 7.0.0 and older than 10. Throws TypeError when one is no version.
 */
export function compareVersions(a: string, b: string): number {
  const left = partsOf(a);
  const right = partsOf(b);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function partsOf(version: string): number[] {
  if (!/^\d{1,5}(\.\d{1,5}){0,3}$/.test(version)) throw new TypeError(`${version} is no version`);
  return version.split('.').map(Number);
}
