/** The name under which WebDriver passes elements. https://www.w3.org/TR/webdriver2/#dfn-web-element-identifier */
export const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** That of drivers before the standard, which real Appium still sends beside it. */
const oldElementKey = 'ELEMENT';

/** An element of a window: `<window>.<key>`; windows are counted within the session, keys are the agent’s. */
export interface ElementPlace {
  readonly window: number;
  readonly key: string;
}

export type ElementReference = Readonly<Record<string, string>>;

export function elementReference({ window, key }: ElementPlace): ElementReference {
  const id = `${window}.${key}`;
  return { [elementKey]: id, [oldElementKey]: id };
}

/** What an element id says; undefined for one that no session gave. */
export function elementPlace(id: string): ElementPlace | undefined {
  const [, window, key] = /^(\d{1,9})\.(\d{1,9}\.\d{1,9})$/.exec(id) ?? [];
  return window === undefined || key === undefined ? undefined : { window: Number(window), key };
}

/** The id in a value that a client passes for an element; undefined when it passes something else. */
export function elementIdOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found =
    Object.getOwnPropertyDescriptor(value, elementKey) ?? Object.getOwnPropertyDescriptor(value, oldElementKey);
  return typeof found?.value === 'string' ? found.value : undefined;
}
