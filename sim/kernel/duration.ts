const unitsMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of `10m`, `1d`, `90s`, `2h`, `250ms` or a sum such as `1d12h`; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d{1,9}(ms|s|m|h|d))+$/.test(text)) return undefined;
  let totalMs = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+)(ms|s|m|h|d)/g)) {
    totalMs += Number(amount) * unitsMs[unit as keyof typeof unitsMs];
  }
  return totalMs;
}

/** The shortest exact spelling that {@link parseDuration} reads back: `1d12h`, `0s`. */
export function formatDuration(durationMs: number): string {
  let restMs = durationMs;
  let text = '';
  for (const unit of ['d', 'h', 'm', 's', 'ms'] as const) {
    const amount = Math.floor(restMs / unitsMs[unit]);
    if (amount > 0) text += `${amount}${unit}`;
    restMs -= amount * unitsMs[unit];
  }
  return text || '0s';
}
