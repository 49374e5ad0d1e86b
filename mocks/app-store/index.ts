export { type Device, type Offer, offer } from './offer.ts';
export { type StoreApp, storeApps } from './store-app.ts';
export { compareVersions } from './system-version.ts';
