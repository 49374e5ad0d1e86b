export { createAppStore } from './app-store.ts';
export { type Circumstances, type Device, type Offer, offer, type Refusal } from './offer.ts';
export { type StoreApp, storeApps } from './store-app.ts';
export type { StoreDecision, StoreHandset, StoreOptions } from './store-visit.ts';
