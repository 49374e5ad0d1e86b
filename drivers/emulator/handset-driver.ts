import { BaseDriver } from 'appium/driver.js';

/** The Appium driver that is a handset. */
export class HandsetDriver extends BaseDriver<{ readonly platformName: { readonly presence: true } }> {}
