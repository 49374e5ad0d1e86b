export {
  type AppOffer,
  type StoreCircumstances,
  type StoreDevice,
  type StoreOffers,
  type StoreRefusal,
  usualCircumstances,
} from './app-store-port.ts';
export type { AppSync, BatteryState, Handset, LinkOpener, NetworkState, Screen, ScreenApp } from './handset.ts';
export type { MailApp, MailAt } from './mail-app.ts';
export { type PhoneModelKey, phoneModels } from './models.ts';
export type { PhoneModel } from './phone-model.ts';
export { type ScreenEntry, type ScreenName, screenCatalogue } from './screen-catalogue.ts';
export { userAgentOf } from './user-agent.ts';
