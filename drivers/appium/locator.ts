export interface Locator {
  readonly using: 'accessibility id' | 'css selector';
  readonly value: string;
}

/**
 * Finds an element by its accessibility id, whatever shows it: in a native context the drivers' own strategy, which asks
 * Android for the content description and iOS for the identifier; in a page the `data-testid` that both are made of.
 */
export function locatorOf(accessibilityId: string, isNative: boolean): Locator {
  return isNative
    ? { using: 'accessibility id', value: accessibilityId }
    : { using: 'css selector', value: `[data-testid=${JSON.stringify(accessibilityId)}]` };
}

/** The same as WebdriverIO's `$` takes it. */
export function selectorOf(accessibilityId: string, isNative: boolean): string {
  return isNative ? `~${accessibilityId}` : locatorOf(accessibilityId, false).value;
}
