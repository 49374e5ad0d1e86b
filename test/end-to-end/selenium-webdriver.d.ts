// As much of the client’s interface as the tests use; the package comes without types.
declare module 'selenium-webdriver' {
  export interface By {
    readonly using: string;
  }

  export const By: { css(selector: string): By; id(id: string): By; xpath(expression: string): By };

  export class Capabilities {
    constructor(capabilities: object);
  }

  export class Builder {
    usingServer(url: string): this;
    forBrowser(name: string): this;
    withCapabilities(capabilities: Capabilities): this;
    build(): Promise<WebDriver>;
  }

  export interface Cookie {
    readonly name: string;
    readonly value: string;
  }

  export interface WebDriver {
    quit(): Promise<void>;
    findElement(by: By): WebElementPromise;
    findElements(by: By): Promise<WebElement[]>;
    executeScript(script: string, ...given: unknown[]): Promise<unknown>;
    executeAsyncScript(script: string, ...given: unknown[]): Promise<unknown>;
    wait(condition: object, timeoutMs: number): WebElementPromise;
    actions(): Actions;
    takeScreenshot(): Promise<string>;
    getTitle(): Promise<string>;
    getCurrentUrl(): Promise<string>;
    navigate(): { refresh(): Promise<void> };
    switchTo(): { alert(): Promise<unknown> };
    manage(): {
      addCookie(cookie: Cookie): Promise<void>;
      getCookie(name: string): Promise<Cookie>;
      getCookies(): Promise<Cookie[]>;
      deleteAllCookies(): Promise<void>;
    };
  }

  export interface WebElement {
    click(): Promise<void>;
    clear(): Promise<void>;
    sendKeys(...texts: string[]): Promise<void>;
    getText(): Promise<string>;
    getTagName(): Promise<string>;
    getAttribute(name: string): Promise<string | null>;
    getCssValue(name: string): Promise<string>;
    getRect(): Promise<object>;
    isEnabled(): Promise<boolean>;
    isSelected(): Promise<boolean>;
  }

  export type WebElementPromise = WebElement & Promise<WebElement>;

  export interface Actions {
    move(to: { readonly origin: WebElement; readonly duration: number }): this;
    press(): this;
    release(): this;
    perform(): Promise<void>;
  }

  export const until: { elementLocated(by: By): object };

  type ErrorClass = new () => Error;

  export const error: {
    readonly ElementClickInterceptedError: ErrorClass;
    readonly InvalidSelectorError: ErrorClass;
    readonly JavascriptError: ErrorClass;
    readonly NoSuchAlertError: ErrorClass;
    readonly NoSuchElementError: ErrorClass;
    readonly StaleElementReferenceError: ErrorClass;
  };
}
